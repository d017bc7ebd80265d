import type { Check, Checklist, Readiness, Reason, Verdict } from '@/lib/contract/readiness';
import type { RecoveryInstance } from '@/lib/contract/recovery-instance';
import { type Facts, type Surroundings, gatherFacts } from './facts';
import { LAUNCHABLE_STATE } from './rules/failback-states';
import { describeLoss } from './rules/lag';
import { HEALTHY_REPLICATION } from './rules/replication-states';
import type { Objection, Rule } from './rule';
import { RULES } from './rules';
import { verdictSentence } from './verdict-sentence';

/** The gravest verdict decides. What runs or is done is past every question of readiness. */
const GRAVITY: readonly Verdict[] = ['running', 'done', 'blocked', 'caution', 'ready'];

/** May failback be launched for this instance now, and if not, why: all reasons, gravest first. */
export function evaluateReadiness(
  instance: RecoveryInstance,
  surroundings: Surroundings,
): Readiness {
  return weigh(gatherFacts(instance, surroundings));
}

/** The same verdict with every rule that led to it, whether it objects or not. */
export function evaluateChecklist(
  instance: RecoveryInstance,
  surroundings: Surroundings,
): Checklist {
  const facts = gatherFacts(instance, surroundings);
  return {
    sentence: verdictSentence(weigh(facts)),
    checks: RULES.map((rule) => toCheck(rule, facts)),
  };
}

function weigh(facts: Facts): Readiness {
  // A plain loop: this is asked of every server of a fleet of thousands.
  const reasons: Reason[] = [];
  for (const { id, judge } of RULES) {
    const finding = judge(facts);
    if (typeof finding !== 'string') reasons.push(toReason(id, finding));
  }
  reasons.sort((one, other) => GRAVITY.indexOf(one.verdict) - GRAVITY.indexOf(other.verdict));
  const [gravest = withoutObjection(facts)] = reasons;
  return { verdict: gravest.verdict, reasons: reasons.length > 0 ? reasons : [gravest] };
}

/** The list answers hold a reason for each of thousands of servers, so it carries no more than it must. */
function toReason(rule: string, { verdict, sentence, remedy }: Objection): Reason {
  return { rule, verdict, sentence, ...(remedy ? { remedy } : {}) };
}

/** Green is given for what is known to be good, never for the mere absence of objections. */
function withoutObjection(facts: Facts): Reason {
  const isKnownGood =
    facts.procedure === 'on-premises' &&
    facts.failbackState === LAUNCHABLE_STATE &&
    facts.replicationState === HEALTHY_REPLICATION;
  return isKnownGood
    ? { rule: 'ready', verdict: 'ready', sentence: describeLoss(facts) }
    : {
        rule: 'nothing-said',
        verdict: 'caution',
        sentence: 'No rule of Homeward covers this server.',
        remedy: 'Look at this server in the AWS console before launching.',
      };
}

function toCheck(rule: Rule, facts: Facts): Check {
  const { id, title, looksAt, source, fact, asOf, judge } = rule;
  const finding = judge(facts);
  const row = {
    rule: id,
    title,
    looksAt,
    fact: fact(facts),
    asOf: (asOf?.(facts) ?? facts.asOf).toISOString(),
    source,
  };
  if (typeof finding === 'string') return { ...row, result: finding };
  const { verdict, ...objection } = finding;
  return { ...row, result: verdict, ...objection };
}
