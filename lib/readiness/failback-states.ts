import type { Judgement } from './rules';

const boot = 'Boot the machine that is to receive it into the failback client.';

/**
 * What each failback state means for StartFailbackLaunch. Only the launchable one is missing here.
 * The AWS console offers the launch in "Ready" alone:
 * https://docs.aws.amazon.com/drs/latest/userguide/monitoring-recovery-instances.html
 */
export const FAILBACK_STATES: Record<string, Judgement> = {
  FAILBACK_NOT_STARTED: {
    verdict: 'blocked',
    sentence: 'Failback has not started: no failback client is paired with this server.',
    remedy: boot,
  },
  FAILBACK_NOT_READY_FOR_LAUNCH: {
    verdict: 'blocked',
    sentence: 'DRS says that this server is not ready for a failback launch.',
    remedy: boot,
  },
  FAILBACK_IN_PROGRESS: {
    verdict: 'blocked',
    sentence: 'Still synchronizing to the machine it returns to.',
    remedy: 'Wait until DRS calls it Ready.',
  },
  FAILBACK_LAUNCH_STATE_NOT_AVAILABLE: {
    verdict: 'blocked',
    sentence: 'DRS cannot tell the launch state of this server.',
    remedy: 'Check that the origin account and Region can be reached, then look again.',
  },
  FAILBACK_ERROR: {
    verdict: 'blocked',
    sentence: 'The failback ended in an error.',
    remedy: 'Read the log of its last job, then boot the machine into the failback client again.',
  },
  FAILBACK_COMPLETED: {
    verdict: 'done',
    sentence: 'Failed back. The recovery instance still runs in AWS and still costs money.',
    remedy: 'Terminate it once the server at home is checked.',
  },
};

export const LAUNCHABLE_STATE = 'FAILBACK_READY_FOR_LAUNCH';
