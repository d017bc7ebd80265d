import { formatCount } from '@/lib/format';
import type { FleetRow } from './fleet-row';
import type { Selection } from './selection';
import { RULE_LABELS } from './labels';

export interface SelectionSummary {
  selected: number;
  ready: number;
  caution: number;
  /** Why the others cannot be launched: "3 cannot (came from AWS 2, not ready 1)". */
  sentence: string;
}

/** What could be launched of the selected servers, and why the rest could not. */
export function summarise(rows: readonly FleetRow[], selected: Selection): SelectionSummary {
  const chosen = rows.filter(({ id }) => selected.has(id));
  const ready = chosen.filter(({ verdict }) => verdict === 'ready').length;
  const caution = chosen.filter(({ verdict }) => verdict === 'caution').length;
  const others = chosen.filter(({ verdict }) => verdict !== 'ready' && verdict !== 'caution');
  const gone = selected.size - chosen.length;
  const parts = [
    `${ready} can be launched`,
    caution > 0 && `${caution} with caution`,
    others.length > 0 && `${others.length} cannot (${reasonsOf(others)})`,
    gone > 0 && `${formatCount(gone, 'server')} no longer listed by DRS`,
  ];
  return { selected: selected.size, ready, caution, sentence: parts.filter(Boolean).join(' · ') };
}

function reasonsOf(rows: FleetRow[]): string {
  const counts = new Map<string, number>();
  for (const { rule, verdict } of rows) {
    const label = verdict === 'done' ? 'home already' : (RULE_LABELS[rule] ?? rule);
    counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  return [...counts]
    .toSorted(([, one], [, other]) => other - one)
    .map(([label, count]) => `${label} ${count}`)
    .join(', ');
}
