import type { Tally } from '@/lib/outcome/tally';

/** For the title of a browser tab: "3 of 45 home, 2 failed". What went wrong is never left out. */
export function tallyTitle(tally: Tally, arrived: string): string {
  const losses = (['failed', 'unknown', 'cancelled', 'skipped'] as const)
    .filter((outcome) => tally[outcome] > 0)
    .map((outcome) => `${tally[outcome]} ${outcome}`);
  const arrivals = tally.launched + tally.terminated;
  return [`${arrivals} of ${tally.total} ${arrived}`, ...losses].join(', ');
}
