import type { FleetRow } from '@/lib/contract/fleet';
import type { Verdict } from '@/lib/contract/readiness';

export const VERDICTS: readonly Verdict[] = ['ready', 'caution', 'blocked', 'running', 'done'];

/** How many servers there are of each verdict. */
export function countVerdicts(rows: readonly FleetRow[]): Record<Verdict, number> {
  const counts: Record<Verdict, number> = { ready: 0, caution: 0, blocked: 0, running: 0, done: 0 };
  for (const { verdict } of rows) counts[verdict] += 1;
  return counts;
}
