import { Checkbox } from '@/components/ui/Checkbox';
import { Icon } from '@/components/ui/icons';
import { COLUMNS, columnOf } from '../view/columns';

/** Lists the columns shown, to be moved or removed, and then the columns that could be added. */
export function ColumnList({
  columns,
  tags,
  onChange,
}: {
  columns: readonly string[];
  tags: readonly { key: string; label: string }[];
  onChange: (columns: readonly string[]) => void;
}) {
  const others = [...COLUMNS, ...tags]
    .map(({ key }) => key)
    .filter((key) => !columns.includes(key));
  const labelOf = (key: string) =>
    tags.find((tag) => tag.key === key)?.label ?? columnOf(key)?.label ?? key;
  const move = (key: string, step: number) => {
    const from = columns.indexOf(key);
    onChange(columns.toSpliced(from, 1).toSpliced(from + step, 0, key));
  };
  return (
    <ul>
      {/* One list, so that a column keeps its element, and with it the focus, when it is added or removed. */}
      {[...columns, ...others].map((key, place) => {
        const label = labelOf(key);
        const isShown = place < columns.length;
        return (
          <li key={key} className="flex items-center">
            <Choice
              label={label}
              isShown={isShown}
              // Rows without their name could not be told apart.
              isFixed={key === 'name'}
              onChange={() =>
                onChange(isShown ? columns.filter((each) => each !== key) : [...columns, key])
              }
            />
            {isShown && place > 1 && (
              <Move label={`Move ${label} up`} icon="up" onMove={() => move(key, -1)} />
            )}
            {place > 0 && place < columns.length - 1 && (
              <Move label={`Move ${label} down`} icon="down" onMove={() => move(key, 1)} />
            )}
          </li>
        );
      })}
    </ul>
  );
}

function Choice({
  label,
  isShown,
  isFixed = false,
  onChange,
}: {
  label: string;
  isShown: boolean;
  isFixed?: boolean;
  onChange: () => void;
}) {
  return (
    <label className="flex min-h-9 min-w-0 flex-1 items-center gap-2 rounded-md px-2 hover:bg-done-soft">
      <Checkbox checked={isShown} disabled={isFixed} onChange={onChange} />
      <bdi className="truncate">{label}</bdi>
    </label>
  );
}

function Move({ label, icon, onMove }: { label: string; icon: 'up' | 'down'; onMove: () => void }) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      onClick={onMove}
      className="inline-flex size-8 items-center justify-center rounded-md text-muted hover:bg-done-soft hover:text-ink"
    >
      <Icon name={icon} width={10} height={10} />
    </button>
  );
}
