import type { Facts } from '../facts';
import type { Finding } from '../rule';

export function describeDrill({ isDrill }: Facts): string {
  if (isDrill === undefined) return 'DRS does not say';
  return isDrill ? 'Launched for a drill' : 'Launched for a recovery';
}

/** A drill is failed back like a recovery, and overwrites the machine at home just the same. */
export function judgeDrill({ isDrill, isOver }: Facts): Finding {
  if (isOver || isDrill === undefined) return 'not-applicable';
  if (!isDrill) return 'pass';
  return {
    verdict: 'caution',
    sentence:
      'Launched for a drill: failing it back writes the data of the drill to the machine at home.',
    remedy: 'Fail it back only when that is what you want.',
  };
}
