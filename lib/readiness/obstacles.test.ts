import { expect, it } from 'vitest';
import { type Change, checkOf, checklistOf } from './fixtures';

/** Replication that goes wrong before DRS calls the server Ready, or while it does. */
const cases: [name: string, change: Change, sentence: RegExp][] = [
  [
    'synchronizing, stalled, agent not seen',
    { state: 'FAILBACK_IN_PROGRESS', replication: 'STALLED', error: 'AGENT_NOT_SEEN' },
    /^Blocked: DRS reports that it has lost touch with the replication agent .*\(AGENT_NOT_SEEN\); check that the agent runs/,
  ],
  [
    'synchronizing, initial sync, not converging',
    { state: 'FAILBACK_IN_PROGRESS', replication: 'INITIAL_SYNC', error: 'NOT_CONVERGING' },
    /^Blocked: DRS reports that data changes faster than it is copied \(NOT_CONVERGING\); give/,
  ],
  [
    'synchronizing, initial sync, an error of tomorrow',
    { state: 'FAILBACK_IN_PROGRESS', replication: 'INITIAL_SYNC', error: 'ERROR_OF_TOMORROW' },
    /^Blocked: the replication error ERROR_OF_TOMORROW is not known to Homeward/,
  ],
  [
    'in an error, not converging, in no job yet',
    { state: 'FAILBACK_ERROR', replication: 'STALLED', error: 'NOT_CONVERGING' },
    /^Blocked: DRS reports that data changes faster than it is copied/,
  ],
  [
    'not started, snapshots fail',
    { state: 'FAILBACK_NOT_STARTED', replication: 'NOT_STARTED', error: 'SNAPSHOTS_FAILURE' },
    /^Blocked: DRS reports that it cannot take a consistent snapshot/,
  ],
  [
    'Ready, stalled, unstable network',
    { replication: 'STALLED', error: 'UNSTABLE_NETWORK' },
    /^Blocked: DRS reports that the network between .* is unstable/,
  ],
  [
    'synchronizing, stalled',
    { state: 'FAILBACK_IN_PROGRESS', replication: 'STALLED' },
    /^Blocked: replication has stalled; check the network/,
  ],
  [
    'synchronizing, paused',
    { state: 'FAILBACK_IN_PROGRESS', replication: 'PAUSED' },
    /^Blocked: replication is paused/,
  ],
  [
    'synchronizing, stopped',
    { state: 'FAILBACK_IN_PROGRESS', replication: 'STOPPED' },
    /^Blocked: replication has stopped; boot the machine/,
  ],
  [
    'not started, disconnected',
    { state: 'FAILBACK_NOT_STARTED', replication: 'DISCONNECTED', agentSilence: 9_000 },
    /^Blocked: the recovery instance is disconnected from DRS; install the replication agent/,
  ],
  [
    'not started, disconnected, agent not seen: it has been told to go',
    { state: 'FAILBACK_NOT_STARTED', replication: 'DISCONNECTED', error: 'AGENT_NOT_SEEN' },
    /^Blocked: the recovery instance is disconnected from DRS; install the replication agent/,
  ],
  [
    'in an error, stalled',
    { state: 'FAILBACK_ERROR', replication: 'STALLED' },
    /^Blocked: replication has stalled/,
  ],
  [
    'synchronizing, EC2 instance stopped',
    { state: 'FAILBACK_IN_PROGRESS', replication: 'INITIAL_SYNC', ec2: 'STOPPED' },
    /^Blocked: the EC2 instance is not running \(STOPPED\)/,
  ],
  [
    'synchronizing, agent silent',
    { state: 'FAILBACK_IN_PROGRESS', replication: 'INITIAL_SYNC', agentSilence: 7_300 },
    /^Blocked: the replication agent was last seen 2 h ago/,
  ],
  [
    'synchronizing, all in order',
    { state: 'FAILBACK_IN_PROGRESS', replication: 'INITIAL_SYNC' },
    /^Blocked: still synchronizing to the machine it returns to; wait until DRS calls it Ready\.$/,
  ],
  [
    'in an error after a job, which stops replication',
    { state: 'FAILBACK_ERROR', replication: 'STOPPED', failbackJobID: 'drsjob-1' },
    /^Blocked: the failback ended in an error; read the log of its last job, then boot/,
  ],
  [
    'in an error before any job',
    { state: 'FAILBACK_ERROR', replication: 'NOT_STARTED' },
    /^Blocked: the failback ended in an error; look at the screen of the failback client/,
  ],
  [
    'Ready and healthy, agent not seen: a decision, no obstacle',
    { error: 'AGENT_NOT_SEEN' },
    /^Ready with caution: DRS reports that it has lost touch with the replication agent/,
  ],
];

it.each(cases)('names the obstacle itself: %s', (_name, change, sentence) => {
  expect(checklistOf(change).sentence).toMatch(sentence);
});

it('names the log of a job only when DRS names the job', () => {
  const states = ['FAILBACK_ERROR', 'FAILBACK_IN_PROGRESS', 'FAILBACK_NOT_STARTED'];
  const replications = ['STALLED', 'STOPPED', 'DISCONNECTED', 'NOT_STARTED', 'INITIAL_SYNC'];
  const texts = states.flatMap((state) =>
    replications.flatMap((replication) =>
      checklistOf({ state, replication }).checks.map(({ remedy = '' }) => remedy),
    ),
  );
  expect(texts.filter((remedy) => /\bjob\b/.test(remedy))).toEqual([]);
});

it('leaves to the launch state what only waiting mends', () => {
  const change = { state: 'FAILBACK_IN_PROGRESS', replication: 'INITIAL_SYNC' };
  expect(checkOf('replication-state', change)?.result).toBe('not-applicable');
});
