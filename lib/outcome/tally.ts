import type { ServerOutcome } from '@/lib/contract/job';

/** How many servers there are of each outcome. */
export type Tally = Record<ServerOutcome['outcome'], number> & { total: number };

const NOTHING: Tally = {
  total: 0,
  running: 0,
  launched: 0,
  terminated: 0,
  failed: 0,
  skipped: 0,
  cancelled: 0,
  unknown: 0,
};

/** Counts servers by what became of them. */
export function tallyServers(servers: readonly ServerOutcome[]): Tally {
  const tally = { ...NOTHING, total: servers.length };
  for (const { outcome } of servers) tally[outcome] += 1;
  return tally;
}
