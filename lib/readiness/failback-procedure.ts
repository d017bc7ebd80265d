import type { FailbackProcedure } from '@/lib/contract/failback-procedure';
import type { RecoveryInstance } from '@/lib/contract/recovery-instance';
import { type Surroundings, gatherFacts } from './facts';
import { nextStep } from './in-aws-failback';

/** Which of the two failbacks takes an instance home, and where that one stands. */
export function failbackProcedureOf(
  instance: RecoveryInstance,
  surroundings: Surroundings,
): FailbackProcedure {
  const facts = gatherFacts(instance, surroundings);
  switch (facts.procedure) {
    case 'on-premises':
      return { kind: 'on-premises', operation: 'StartFailbackLaunch' };
    case 'in-aws':
      return {
        kind: 'in-aws',
        recoveryRegion: facts.recoveryRegion,
        originRegion: facts.originRegion ?? null,
        nextStep: nextStep(facts),
      };
    case 'unknown':
      return { kind: 'unknown', originEnvironment: facts.originEnvironment ?? null };
  }
}
