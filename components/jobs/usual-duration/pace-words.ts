import type { Spread } from '@/lib/contract/job';
import { formatDuration } from '@/lib/format';
import type { Pace } from '@/lib/outcome/expectation';
import { phaseWord } from '../crossing/lane-words';

/** "converting 22 min; your last 14: median 9 min, longest 15 min". */
export function paceWords({ phase, seconds, usual }: Pace, arrived: string): string {
  return `${phaseWord(phase, arrived)} ${formatDuration(seconds)}; ${spreadWords(usual)}`;
}

/** "your last 14: median 9 min, longest 15 min"; the one time something was done, "the one before took 9 min". */
export function spreadWords({ count, medianSeconds, longestSeconds }: Spread): string {
  if (count === 1) return `the one before took ${formatDuration(longestSeconds)}`;
  return `your last ${count}: median ${formatDuration(medianSeconds)}, longest ${formatDuration(longestSeconds)}`;
}
