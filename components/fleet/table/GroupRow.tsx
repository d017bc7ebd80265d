import { Checkbox } from '@/components/ui/Checkbox';
import { classNames } from '@/components/ui/class-names';
import { formatCount } from '@/lib/format';
import { countVerdicts } from '../view/verdicts';
import type { RowContext, RowState } from './Row';
import type { Item } from './items';
import { ROW_HEIGHTS } from './layout';

/** The heading of a group. Its checkbox selects the whole group. */
export function GroupRow({
  item: { key, label, group },
  rowIndex,
  isActive,
  selection,
  columns,
  layout,
  onChoose,
  onActive,
}: { item: Extract<Item, { kind: 'group' }> } & RowState & RowContext) {
  const tabIndex = isActive ? 0 : -1;
  const isCard = layout === 'cards';
  return (
    <tr
      aria-rowindex={rowIndex}
      aria-selected={selection === 'all'}
      tabIndex={tabIndex}
      data-key={key}
      onFocus={() => onActive(key)}
      style={{ height: ROW_HEIGHTS.group }}
      className={classNames(
        'border-b border-line bg-canvas focus-visible:outline-offset-[-2px]',
        isCard && 'grid grid-cols-[2rem_minmax(0,1fr)] items-center px-3',
      )}
    >
      <td className={isCard ? undefined : 'pl-4'}>
        <Checkbox
          aria-label={`Select all of ${label}`}
          tabIndex={tabIndex}
          checked={selection === 'all'}
          isIndeterminate={selection === 'some'}
          onChange={(event) => onChoose(group.rows, event.target.checked)}
        />
      </td>
      <td colSpan={isCard ? undefined : columns.length} className="truncate px-2">
        <bdi className="font-semibold">{label}</bdi>{' '}
        <span className="text-muted">
          {formatCount(group.rows.length, 'server')} ·{' '}
          {countVerdicts(group.rows).ready.toLocaleString('en')} ready
        </span>
      </td>
    </tr>
  );
}
