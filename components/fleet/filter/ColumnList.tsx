import { Checkbox } from '@/components/ui/Checkbox';
import { Icon } from '@/components/ui/icons';
import { COLUMNS, columnOf } from '../view/columns';

/** The columns shown, each to be moved or taken away, and then those that could be shown. */
export function ColumnList({
  columns,
  tags,
  onChange,
}: {
  columns: readonly string[];
  tags: readonly { key: string; label: string }[];
  onChange: (columns: readonly string[]) => void;
}) {
  const others = [...COLUMNS, ...tags].filter(({ key }) => !columns.includes(key));
  const move = (key: string, step: number) => {
    const from = columns.indexOf(key);
    onChange(columns.toSpliced(from, 1).toSpliced(from + step, 0, key));
  };
  return (
    <ul>
      {columns.map((key, place) => {
        const label = columnOf(key)?.label ?? key;
        return (
          <li key={key} className="flex items-center">
            <Choice
              label={label}
              isShown
              // A row without its name could not be told from another.
              isFixed={key === 'name'}
              onChange={() => onChange(columns.filter((each) => each !== key))}
            />
            {place > 1 && (
              <Move label={`Move ${label} up`} icon="up" onMove={() => move(key, -1)} />
            )}
            {place > 0 && place < columns.length - 1 && (
              <Move label={`Move ${label} down`} icon="down" onMove={() => move(key, 1)} />
            )}
          </li>
        );
      })}
      {others.map(({ key, label }) => (
        <li key={key} className="flex">
          <Choice label={label} isShown={false} onChange={() => onChange([...columns, key])} />
        </li>
      ))}
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
