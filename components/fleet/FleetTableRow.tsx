import Link from 'next/link';
import { type ReactNode, memo } from 'react';
import { Checkbox } from '@/components/ui/Checkbox';
import { Identifier } from '@/components/ui/Identifier';
import { Status } from '@/components/ui/Status';
import { classNames } from '@/components/ui/class-names';
import { useNow } from '@/components/ui/now';
import { formatAge, formatBytes, formatDuration } from '@/lib/format';
import { paths } from '@/lib/paths';
import type { FleetRow } from './fleet-row';
import { VERDICT_LABELS, launchStateLabel, originLabel, replicationLabel } from './labels';

/** One server: a row of the table, a card on a narrow screen. */
export const FleetTableRow = memo(function FleetTableRow({
  row,
  rowIndex,
  isSelected,
  onChoose,
}: {
  row: FleetRow;
  rowIndex: number;
  isSelected: boolean;
  onChoose: (id: string, select: boolean, isRange: boolean) => void;
}) {
  return (
    <tr
      aria-rowindex={rowIndex}
      className={classNames(
        'border-b border-line last:border-b-0 max-lg:grid max-lg:grid-cols-[2rem_minmax(0,1fr)] max-lg:gap-x-1 max-lg:px-3 max-lg:py-2.5',
        isSelected ? 'bg-accent-soft' : 'hover:bg-canvas',
      )}
    >
      <td className="max-lg:row-span-3 max-lg:pt-0.5 lg:pl-4">
        <Checkbox
          aria-label={`Select ${row.name}`}
          checked={isSelected}
          onChange={(event) => {
            const isRange = event.nativeEvent instanceof MouseEvent && event.nativeEvent.shiftKey;
            onChoose(row.id, event.target.checked, isRange);
          }}
        />
      </td>
      <td className="px-2 py-1.5 max-lg:p-0">
        <Link
          href={paths.recoveryInstance(row.target, row.id)}
          prefetch={false}
          className="font-semibold hover:underline"
        >
          {row.name}
        </Link>
        {row.isDrill && <span className="ml-1.5 text-xs text-muted">drill</span>}
        <span className="block text-muted">
          <Identifier id={row.id} what="recovery instance id" />
        </span>
      </td>
      <td className="px-2 py-1.5 max-lg:p-0 lg:w-[38%] lg:max-w-0">
        <Status kind={row.verdict}>{VERDICT_LABELS[row.verdict]}</Status>
        <span title={row.sentence} className="block text-xs text-muted lg:truncate">
          {row.sentence}
        </span>
      </td>
      <Fact>{launchStateLabel(row.launchState)}</Fact>
      <Fact>{replicationLabel(row.replication)}</Fact>
      <Fact isNumber>{row.lag === undefined ? '–' : formatDuration(row.lag)}</Fact>
      <Fact isNumber>{row.backlog > 0 ? formatBytes(row.backlog) : '–'}</Fact>
      <Fact>{originLabel(row.origin)}</Fact>
      <Fact isNumber>
        <Seen instant={row.seen} />
      </Fact>
    </tr>
  );
});

/** A figure of the wide table. On a narrow card the verdict's sentence says what matters of them. */
function Fact({ isNumber = false, children }: { isNumber?: boolean; children: ReactNode }) {
  return (
    <td
      className={classNames(
        'px-2 py-1.5 whitespace-nowrap max-lg:hidden',
        isNumber && 'text-right',
      )}
    >
      {children}
    </td>
  );
}

function Seen({ instant }: { instant: number | undefined }) {
  const now = useNow();
  if (instant === undefined) return '–';
  // The clock of DRS may be a little ahead of this one.
  return formatAge(new Date(Math.min(instant, now.getTime())), now);
}
