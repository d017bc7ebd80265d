import type { FailbackProcedure } from '@/lib/contract/failback-procedure';
import type { RecoveryInstance } from '@/lib/contract/recovery-instance';
import { regionOfZone } from './aws-console';
import { nextStep } from './in-aws-failback';

/** Which of the two failbacks takes an instance home, and where that one stands. */
export function failbackProcedureOf(
  instance: RecoveryInstance,
  recoveryRegion: string,
): FailbackProcedure {
  switch (instance.originEnvironment) {
    case 'ON_PREMISES':
      return { kind: 'on-premises', operation: 'StartFailbackLaunch' };
    case 'AWS':
      return {
        kind: 'in-aws',
        recoveryRegion,
        originRegion: regionOfZone(instance.originAvailabilityZone) ?? null,
        nextStep: nextStep(instance, recoveryRegion),
      };
    default:
      return { kind: 'unknown', originEnvironment: instance.originEnvironment ?? null };
  }
}
