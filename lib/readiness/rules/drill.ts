import type { Facts } from '../facts';
import type { Finding } from '../rule';

/** A drill is failed back like a recovery, and overwrites the machine at home just the same. */
export function judgeDrill({ isDrill, isOver }: Facts): Finding {
  if (isOver) return 'not-applicable';
  if (!isDrill) return 'pass';
  return {
    verdict: 'caution',
    sentence:
      'Launched for a drill: failing it back writes the data of the drill to the machine at home.',
    remedy: 'Launch it only when that is what you want.',
  };
}
