import type { Readiness, Verdict } from '@/lib/contract/readiness';
import type { RecoveryInstance } from '@/lib/contract/recovery-instance';
import { type Surroundings, gatherFacts } from './facts';
import { RULES } from './rules';

/** The gravest verdict decides. What runs or is done is past every question of readiness. */
const GRAVITY: readonly Verdict[] = ['running', 'done', 'blocked', 'caution', 'ready'];

/** May failback be launched for this instance now, and if not, why: all reasons, gravest first. */
export function evaluateReadiness(
  instance: RecoveryInstance,
  surroundings: Surroundings,
): Readiness {
  const facts = gatherFacts(instance, surroundings);
  const reasons = RULES.flatMap(({ id, judge }) => {
    const judgement = judge(facts);
    return judgement ? [{ rule: id, ...judgement }] : [];
  }).toSorted((one, other) => GRAVITY.indexOf(one.verdict) - GRAVITY.indexOf(other.verdict));
  const gravest = reasons[0] ?? NOTHING_SAID;
  return {
    verdict: gravest.verdict,
    reasons: [gravest, ...reasons.slice(1)],
  };
}

/** Every rule silent means a server that no rule was written for: never green. */
const NOTHING_SAID = {
  rule: 'nothing-said',
  verdict: 'caution' as const,
  sentence: 'No rule of Homeward covers this server.',
};
