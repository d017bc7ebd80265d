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
export function tallyServers(servers: ServerOutcome[]): Tally {
  const tally = { ...NOTHING, total: servers.length };
  for (const { outcome } of servers) tally[outcome] += 1;
  return tally;
}

/** For the title of a browser tab: "3 of 45 home, 2 failed". What went wrong is never left out. */
export function tallyTitle(tally: Tally, arrived: string): string {
  const losses = (['failed', 'unknown', 'cancelled', 'skipped'] as const)
    .filter((outcome) => tally[outcome] > 0)
    .map((outcome) => `${tally[outcome]} ${outcome}`);
  const arrivals = tally.launched + tally.terminated;
  return [`${arrivals} of ${tally.total} ${arrived}`, ...losses].join(', ');
}
