import type { FleetRow } from '@/lib/contract/fleet';
import { formatCount } from '@/lib/format';
import { RULE_LABELS } from '@/lib/readiness/labels';
import type { Selection } from './selection';

interface FleetRows {
  rows: readonly FleetRow[];
  /** The rows that pass the filters. */
  shown: readonly FleetRow[];
  /** How many of the selected servers are of targets that could not be read yet. */
  unread: number;
}

export interface SelectionSummary {
  ready: number;
  caution: number;
  /** The number of targets in which a server could be launched. Each needs a launch of its own. */
  targets: number;
  /** How many are not among the rows shown, because a filter hides them or DRS does not list them. */
  unseen: number;
  /** "3 of them not shown", when a filter hides some; empty when it hides none. */
  notice: string;
  /** Why the others cannot be launched: "3 cannot (came from AWS 2, not ready 1)". */
  sentence: string;
}

/** Says how many of the selected servers could be launched, why the others could not, and how many are not shown. */
export function summarise(
  { rows, shown, unread }: FleetRows,
  selected: Selection,
): SelectionSummary {
  const isSelected = ({ recoveryInstanceID }: FleetRow) => selected.has(recoveryInstanceID);
  const chosen = rows.filter(isSelected);
  const hidden = chosen.length - shown.filter(isSelected).length;
  const ready = chosen.filter(({ verdict }) => verdict === 'ready');
  const caution = chosen.filter(({ verdict }) => verdict === 'caution');
  const others = chosen.filter(({ verdict }) => verdict !== 'ready' && verdict !== 'caution');
  const targets = new Set((ready.length > 0 ? ready : caution).map(({ target }) => target)).size;
  const gone = selected.size - chosen.length - unread;
  const parts = [
    `${formatNumber(ready.length)} can be launched`,
    targets > 1 && `${targets} launches, one for each target`,
    caution.length > 0 && `${formatNumber(caution.length)} with caution`,
    others.length > 0 && `${formatNumber(others.length)} cannot (${reasonsOf(others)})`,
    gone > 0 && `${formatCount(gone, 'server')} no longer listed by DRS`,
    unread > 0 && `${formatCount(unread, 'server')} not read yet`,
  ];
  return {
    ready: ready.length,
    caution: caution.length,
    targets,
    unseen: hidden + gone + unread,
    notice: hidden > 0 ? `${formatNumber(hidden)} of them not shown` : '',
    sentence: parts.filter(Boolean).join(' · '),
  };
}

const formatNumber = (count: number) => count.toLocaleString('en');

function reasonsOf(rows: FleetRow[]): string {
  const counts = new Map<string, number>();
  for (const { rule, verdict } of rows) {
    const label = verdict === 'done' ? 'home already' : (RULE_LABELS[rule] ?? rule);
    counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  return [...counts]
    .toSorted(([, one], [, other]) => other - one)
    .map(([label, count]) => `${label} ${formatNumber(count)}`)
    .join(', ');
}
