import type { ReactNode } from 'react';
import { PageLink } from '@/components/shell/PageLink';
import { Checkbox } from '@/components/ui/Checkbox';
import { Identifier } from '@/components/ui/Identifier';
import { Status } from '@/components/ui/Status';
import { classNames } from '@/components/ui/class-names';
import type { FleetRow } from '@/lib/contract/fleet';
import { serverName } from '@/lib/contract/server-name';
import { paths } from '@/lib/paths';
import { VERDICT_LABELS } from '@/lib/readiness/labels';
import { columnOf } from '../view/columns';
import type { RowContext, RowState } from './Row';
import { cellContent } from './cells';
import { ROW_HEIGHTS } from './layout';

/** One server: a row of the table, or a card in a narrow window. */
export function ServerRow({
  row,
  rowIndex,
  isActive,
  selection,
  isChanged,
  columns,
  hasTargets,
  layout,
  onChoose,
  onActive,
}: { row: FleetRow } & RowState & RowContext) {
  const isSelected = selection === 'all';
  const name = serverName(row);
  const isCard = layout === 'cards';
  const tabIndex = isActive ? 0 : -1;
  return (
    <tr
      aria-rowindex={rowIndex}
      aria-selected={isSelected}
      tabIndex={tabIndex}
      data-key={row.recoveryInstanceID}
      onFocus={() => onActive(row.recoveryInstanceID)}
      style={{ height: ROW_HEIGHTS[layout] }}
      className={classNames(
        'scroll-mt-12 scroll-mb-24 border-b border-line last:border-b-0 focus-visible:outline-offset-[-2px]',
        isCard &&
          'grid grid-cols-[2rem_minmax(0,1fr)] grid-rows-[auto_1fr] overflow-hidden px-3 py-1.5',
        isSelected ? 'bg-accent-soft' : 'hover:bg-canvas',
        isChanged && 'shadow-[inset_3px_0_0_var(--running)]',
      )}
    >
      <td className={isCard ? 'row-span-2 pt-0.5' : 'pl-4'}>
        <Checkbox
          aria-label={hasTargets ? `Select ${name} in ${row.target}` : `Select ${name}`}
          tabIndex={tabIndex}
          checked={isSelected}
          onChange={(event) => {
            const isRange = event.nativeEvent instanceof MouseEvent && event.nativeEvent.shiftKey;
            onChoose([row], event.target.checked, isRange);
          }}
        />
      </td>
      {(isCard ? CARD_COLUMNS : columns).map((column) => {
        if (column === 'name') {
          return (
            <Name key={column} row={row} name={name} tabIndex={tabIndex} isCard={isCard}>
              {isCard && hasTargets && <CardTarget name={row.target} />}
            </Name>
          );
        }
        if (column === 'readiness') return <Readiness key={column} row={row} isCard={isCard} />;
        return (
          <td
            key={column}
            className={classNames('truncate px-2', columnOf(column)?.isNumber && 'text-right')}
          >
            {cellContent(row, column)}
          </td>
        );
      })}
    </tr>
  );
}

/** Cards show no figures, because the sentence of the verdict says what matters of them. */
const CARD_COLUMNS = ['name', 'readiness'];

function Name({
  row,
  name,
  tabIndex,
  isCard,
  children,
}: {
  row: FleetRow;
  name: string;
  tabIndex: number;
  isCard: boolean;
  children: ReactNode;
}) {
  return (
    <td className={isCard ? 'min-w-0' : 'px-2'}>
      <span className="flex items-baseline gap-1.5">
        <PageLink
          href={paths.recoveryInstance(row.target, row.recoveryInstanceID)}
          tabIndex={tabIndex}
          title={name}
          className="min-w-0 truncate font-semibold hover:underline"
        >
          <bdi>{name}</bdi>
        </PageLink>
        {row.isDrill && <span className="text-xs text-muted">drill</span>}
        {children}
      </span>
      <span className="block text-muted">
        <Identifier id={row.recoveryInstanceID} what="recovery instance id" tabIndex={tabIndex} />
      </span>
    </td>
  );
}

/** Servers of several targets may have the same name. */
function CardTarget({ name }: { name: string }) {
  return (
    <span title={name} className="ml-auto max-w-[55%] shrink-0 truncate text-xs text-muted">
      <bdi>{name}</bdi>
    </span>
  );
}

function Readiness({ row, isCard }: { row: FleetRow; isCard: boolean }) {
  const why = [row.sentence, row.remedy].filter(Boolean).join(' ');
  return (
    <td className={isCard ? 'min-w-0' : 'px-2'}>
      <Status kind={row.verdict}>{VERDICT_LABELS[row.verdict]}</Status>
      <span
        title={why}
        className={classNames(
          'text-xs/[0.9375rem] text-muted',
          isCard ? 'line-clamp-3' : 'line-clamp-2',
        )}
      >
        {why}
      </span>
    </td>
  );
}
