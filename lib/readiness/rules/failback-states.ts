import type { Facts } from '../facts';
import { describeCost } from './ec2-state';
import { lookUp } from '../look-up';
import { type Finding, type Objection, unknownValue } from '../rule';

export const LAUNCHABLE_STATE = 'FAILBACK_READY_FOR_LAUNCH';
export const COMPLETED_STATE = 'FAILBACK_COMPLETED';

const readLogRemedy =
  'Read the log of its last job, then boot the machine into the failback client again.';
const bootClientRemedy = 'Boot the machine that is to receive it into the failback client.';

/**
 * What each failback state means for StartFailbackLaunch. The launchable one and that of a server
 * which is home are missing here.
 * The AWS console offers the launch in "Ready" alone:
 * https://docs.aws.amazon.com/drs/latest/userguide/monitoring-recovery-instances.html
 */
export const FAILBACK_STATES: Readonly<Record<string, Objection>> = {
  FAILBACK_NOT_STARTED: {
    verdict: 'blocked',
    sentence: 'No failback client is paired with this server.',
    remedy: bootClientRemedy,
  },
  FAILBACK_NOT_READY_FOR_LAUNCH: {
    verdict: 'blocked',
    sentence: 'DRS says that this server is not ready for a failback launch.',
    remedy: bootClientRemedy,
  },
  FAILBACK_IN_PROGRESS: {
    verdict: 'blocked',
    sentence: 'Still synchronizing to the machine it returns to.',
    remedy: 'Wait until DRS calls it Ready.',
  },
  FAILBACK_LAUNCH_STATE_NOT_AVAILABLE: {
    verdict: 'blocked',
    sentence: 'DRS cannot tell the launch state of this server.',
    remedy: 'Look again in a few minutes, then look at it in the AWS console.',
  },
  FAILBACK_ERROR: {
    verdict: 'blocked',
    sentence: 'The failback ended in an error.',
    remedy:
      'Look at the screen of the failback client, then boot the machine into the client again.',
  },
};

/** The states in which a failback client is at work, or ought to be. */
export const STATES_WITH_CLIENT: readonly string[] = ['FAILBACK_IN_PROGRESS', LAUNCHABLE_STATE];

/**
 * The states of an instance that came from AWS whose replication has not been reversed. "Not ready" is among them: it
 * describes the launch in the origin Region, and DRS gives it before there is anything to launch.
 */
export const STATES_BEFORE_REVERSAL: readonly string[] = [
  'FAILBACK_NOT_STARTED',
  'FAILBACK_NOT_READY_FOR_LAUNCH',
];

/** The failback state of an instance that came from AWS speaks of another launch. */
export function judgeFailbackState(facts: Facts): Finding {
  const { failbackState, failbackJobID, procedure } = facts;
  if (procedure === 'in-aws') return 'not-applicable';
  if (failbackState === LAUNCHABLE_STATE) return 'pass';
  if (failbackState === COMPLETED_STATE) return failedBack(facts);
  const known = lookUp(FAILBACK_STATES, failbackState);
  if (!known) return unknownValue('failback state', failbackState);
  return failbackState === 'FAILBACK_ERROR' && failbackJobID
    ? { ...known, remedy: readLogRemedy }
    : known;
}

function failedBack(facts: Facts): Objection {
  const { words, remedy } = describeCost(facts);
  return {
    verdict: 'done',
    sentence: `Failed back; the recovery instance ${words}.`,
    ...(remedy ? { remedy } : {}),
  };
}
