import type { Facts } from '../facts';
import { type Finding, unknownValue } from '../rule';

/** StartFailbackLaunch is the failback of on-premises servers alone. */
export function judgeOrigin({ originEnvironment, procedure }: Facts): Finding {
  if (procedure.kind === 'on-premises') return 'pass';
  if (procedure.kind === 'unknown') return unknownValue('origin', originEnvironment);
  return {
    verdict: 'blocked',
    sentence: 'Came from AWS: its failback is another operation.',
    remedy: procedure.nextStep.sentence,
    source: procedure.nextStep.source,
  };
}
