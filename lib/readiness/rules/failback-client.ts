import type { Facts } from '../facts';
import { STATES_WITH_CLIENT } from './failback-states';
import { describeSilence, isSilent } from './last-seen';
import type { Finding } from '../rule';

/**
 * The launch is pull-based: the failback client asks DRS for it, so a client that is silent never receives it.
 * Replication may go on without the client, so a healthy one is no proof of it.
 * https://docs.aws.amazon.com/drs/latest/userguide/failback-client-errors.html
 */
export function judgeClient(facts: Facts): Finding {
  const { clientSeen } = facts;
  if (!needsClient(facts)) return 'not-applicable';
  if (!clientSeen) {
    return {
      verdict: 'caution',
      sentence: 'DRS does not say when the failback client was last seen.',
      remedy: 'Check that the machine is booted into it: only a running client gets the launch.',
    };
  }
  if (!isSilent(clientSeen, facts)) return 'pass';
  return {
    verdict: 'blocked',
    sentence: `The failback client ${describeSilence(clientSeen, facts)}.`,
    remedy: 'Check that the machine is still booted into it.',
  };
}

function needsClient({ procedure, failbackState, mayBeReady }: Facts): boolean {
  if (procedure === 'in-aws') return false;
  return mayBeReady || STATES_WITH_CLIENT.includes(failbackState ?? '');
}
