import { FailbackState } from '@aws-sdk/client-drs';
import { describe, expect, it } from 'vitest';
import { failbackProcedure } from '@/lib/contract/failback-procedure';
import { drsConsoleURL, regionOfZone } from './aws-console';
import { failbackProcedureOf } from './failback-procedure';
import { type Change, checklistOf, server, surroundings } from './fixtures';

const procedure = (change: Change) => failbackProcedureOf(server(change), surroundings());

function stepOf(change: Change) {
  const found = procedure({ origin: 'AWS', zone: 'eu-central-1a', ...change });
  if (found.kind !== 'in-aws') throw new Error('It did not come from AWS.');
  return found.nextStep;
}

const stepFor = (state: string | undefined) => stepOf({ state });

describe('the next step of an in-AWS failback', () => {
  it.each(['FAILBACK_NOT_STARTED', 'FAILBACK_NOT_READY_FOR_LAUNCH'])(
    'is to start reversed replication in the recovery Region while failback.state is %s',
    (state) => {
      expect(stepFor(state)).toMatchObject({
        step: 'start-reversed-replication',
        operation: 'ReverseReplication',
        region: 'eu-west-1',
        account: '111122223333',
        sentence:
          'Start reversed replication to eu-central-1, in the AWS console of eu-west-1, account 111122223333.',
        consoleURL: 'https://eu-west-1.console.aws.amazon.com/drs/home?region=eu-west-1',
      });
    },
  );

  it('is to wait while FAILBACK_IN_PROGRESS', () => {
    expect(stepFor('FAILBACK_IN_PROGRESS')).toMatchObject({
      step: 'wait-for-reversed-replication',
      operation: null,
      region: 'eu-central-1',
    });
  });

  it('is to launch for failback in the origin Region when FAILBACK_READY_FOR_LAUNCH', () => {
    expect(stepFor('FAILBACK_READY_FOR_LAUNCH')).toMatchObject({
      step: 'launch-for-failback',
      operation: 'StartRecovery',
      region: 'eu-central-1',
      account: null,
      consoleURL:
        'https://eu-central-1.console.aws.amazon.com/drs/home?region=eu-central-1#/sourceServers',
    });
  });

  it('does not invite to a second launch: DRS never calls an in-AWS failback completed', () => {
    expect(stepFor('FAILBACK_READY_FOR_LAUNCH').sentence).toBe(
      'Launch for failback from its reversed source server, unless that was done already: check first in the AWS console of eu-central-1, in the account the server came from.',
    );
  });

  it('names no account that DRS does not name', () => {
    const step = stepOf({ state: 'FAILBACK_NOT_STARTED', arn: undefined });
    expect(step).toMatchObject({
      account: null,
      sentence: 'Start reversed replication to eu-central-1, in the AWS console of eu-west-1.',
    });
  });

  it('rests on the page about Availability Zones when the origin is in the same Region', () => {
    const state = 'FAILBACK_NOT_STARTED';
    expect(stepOf({ state, zone: 'eu-west-1c' }).source).toMatch(/availability-zone/);
    expect(stepOf({ state, zone: 'eu-central-1a' }).source).toMatch(/region-region/);
    expect(stepFor('FAILBACK_ERROR').source).toMatch(/failback-replication-errors/);
  });

  it('names the origin Region in words only when DRS gives no Availability Zone', () => {
    const step = stepOf({ state: 'FAILBACK_READY_FOR_LAUNCH', zone: undefined });
    expect(step.sentence).toContain('in the AWS console of the origin Region');
    expect(step).toMatchObject({ region: null, consoleURL: null });
  });

  it.each([
    'FAILBACK_ERROR',
    'FAILBACK_LAUNCH_STATE_NOT_AVAILABLE',
    'FAILBACK_OF_TOMORROW',
    undefined,
  ])('is to look when failback.state is %s', (state) => {
    expect(stepFor(state).step).toBe('inspect');
  });

  it('is known for each value of FailbackState but FAILBACK_COMPLETED, which in-AWS failbacks never show', () => {
    const unknown = Object.values(FailbackState).filter((state) =>
      stepFor(state).sentence.includes('not known to Homeward'),
    );
    expect(unknown).toEqual(['FAILBACK_COMPLETED']);
  });
});

describe('what stands in the way of an in-AWS failback', () => {
  const IN_PROGRESS = { state: 'FAILBACK_IN_PROGRESS', replication: 'INITIAL_SYNC' };
  const initiating = { state: 'FAILBACK_IN_PROGRESS', replication: 'INITIATING' };
  const cases: [name: string, change: Change, obstacle: string, remedy: string][] = [
    [
      'an error of the replication server',
      { ...IN_PROGRESS, error: 'FAILED_TO_BOOT_REPLICATION_SERVER' },
      'DRS reports that the replication server did not boot (FAILED_TO_BOOT_REPLICATION_SERVER)',
      'check that the staging area subnet can reach the DRS endpoint of the Region on TCP 443',
    ],
    [
      'a failed step of the initiation',
      { ...initiating, steps: [['LAUNCH_REPLICATION_SERVER', 'FAILED']] },
      'the initiation step "Launch the replication server" failed',
      'check the IAM permissions and the EC2 quotas of the account that holds the staging area',
    ],
    [
      'a terminated EC2 instance',
      { state: 'FAILBACK_NOT_STARTED', replication: 'NOT_STARTED', ec2: 'TERMINATED' },
      'the EC2 instance is gone (TERMINATED)',
      'check in the AWS console of eu-central-1 whether its failback is done already; if not, recover the source server again in DRS',
    ],
    [
      'a stopped EC2 instance',
      { ...IN_PROGRESS, ec2: 'STOPPED' },
      'the EC2 instance is not running (STOPPED)',
      'start it, for its agent copies nothing meanwhile',
    ],
    [
      'a stalled replication',
      { ...IN_PROGRESS, replication: 'STALLED' },
      'replication has stalled',
      'look at its reversed source server in the AWS console of eu-central-1',
    ],
    ...['FAILBACK_NOT_STARTED', 'FAILBACK_NOT_READY_FOR_LAUNCH'].map(
      (state): [string, Change, string, string] => [
        `a disconnected instance in ${state}, which has no reversed source server yet`,
        { state, replication: 'DISCONNECTED' },
        'the recovery instance is disconnected from DRS',
        'install the replication agent on it again as a recovery instance of eu-west-1, without which reversed replication cannot begin',
      ],
    ),
    [
      'a disconnected instance after reversed replication began',
      { ...IN_PROGRESS, replication: 'DISCONNECTED' },
      'the recovery instance is disconnected from DRS',
      'look at its reversed source server in the AWS console of eu-central-1',
    ],
    [
      'an error after it became Ready',
      { state: 'FAILBACK_READY_FOR_LAUNCH', error: 'UNSTABLE_NETWORK' },
      'DRS reports that the network between the recovery instance and where it returns to is unstable (UNSTABLE_NETWORK)',
      'check the VPN or line between them and measure its bandwidth',
    ],
    [
      'a reversed replication that ended in an error',
      { state: 'FAILBACK_ERROR' },
      'reversed replication ended in an error',
      'look at this server in the AWS console of eu-west-1, account 111122223333',
    ],
    [
      'a launch state that is not available',
      { state: 'FAILBACK_LAUNCH_STATE_NOT_AVAILABLE' },
      'DRS cannot read the launch state from eu-central-1',
      'look at this server in the AWS console of eu-west-1, account 111122223333',
    ],
    [
      'a failback state of tomorrow',
      { state: 'FAILBACK_OF_TOMORROW' },
      'the failback state FAILBACK_OF_TOMORROW of an in-AWS failback is not known to Homeward',
      'look at this server in the AWS console of eu-west-1, account 111122223333',
    ],
    [
      'no failback state',
      { state: undefined },
      'DRS gives no failback state',
      'look at this server in the AWS console of eu-west-1, account 111122223333',
    ],
    [
      'a silent agent',
      { state: 'FAILBACK_NOT_STARTED', replication: 'NOT_STARTED', agentSilence: 7_300 },
      'the replication agent was last seen 2 h ago; what was written since may not be copied',
      'check that it runs on the recovery instance and reaches DRS on TCP 443',
    ],
  ];

  it.each(cases)('is told in the verdict: %s', (_name, change, obstacle, remedy) => {
    expect(checklistOf({ origin: 'AWS', zone: 'eu-central-1a', ...change }).sentence).toBe(
      `Blocked: came from AWS, and ${obstacle}; ${remedy}.`,
    );
  });

  it('is not what else is to be done', () => {
    const change = { origin: 'AWS', zone: 'eu-central-1a', state: 'FAILBACK_IN_PROGRESS' };
    expect(checklistOf(change).sentence).toBe(
      'Blocked: came from AWS, and its failback is another operation; wait for reversed replication to eu-central-1 to become Ready, for all data is copied over the wire.',
    );
  });

  it.each(cases)('is the next step: %s', (_name, change, obstacle, remedy) => {
    const { step, sentence } = stepOf(change);
    expect(step).toBe('inspect');
    expect(sentence.toLowerCase()).toBe(`${obstacle}; ${remedy}.`.toLowerCase());
  });

  describe('is not an EC2 instance that was stopped for the launch', () => {
    const stopped = { state: 'FAILBACK_READY_FOR_LAUNCH', ec2: 'STOPPED' };

    it.each<[change: Change]>([
      [{}],
      [{ agentSilence: 7_300 }],
      [{ error: 'AGENT_NOT_SEEN' }],
      [{ replication: 'STALLED' }],
      [{ replication: 'STALLED', error: 'AGENT_NOT_SEEN', agentSilence: 7_300 }],
    ])('with %o', (change) => {
      const given = { origin: 'AWS', zone: 'eu-central-1a', ...stopped, ...change };
      expect(stepOf(given).step).toBe('launch-for-failback');
      const objecting = checklistOf(given).checks.filter(({ sentence }) => sentence !== undefined);
      expect(objecting.map(({ rule }) => rule)).toEqual(['origin']);
    });

    it('unless something else is wrong, or it runs', () => {
      expect(stepOf({ ...stopped, error: 'SNAPSHOTS_FAILURE' }).step).toBe('inspect');
      expect(stepOf({ ...stopped, replication: 'STOPPED' }).step).toBe('inspect');
      expect(stepOf({ ...stopped, ec2: 'RUNNING', error: 'AGENT_NOT_SEEN' }).step).toBe('inspect');
      expect(stepOf({ ...stopped, ec2: 'RUNNING', replication: 'STALLED' }).step).toBe('inspect');
    });
  });
});

describe('the two failbacks', () => {
  it('are told apart by originEnvironment', () => {
    expect(procedure({}).kind).toBe('on-premises');
    expect(procedure({ origin: 'AWS', zone: 'us-east-1f' })).toMatchObject({
      kind: 'in-aws',
      recoveryRegion: 'eu-west-1',
      originRegion: 'us-east-1',
    });
    expect(procedure({ origin: 'MOON' })).toEqual({ kind: 'unknown', originEnvironment: 'MOON' });
    expect(procedure({ origin: undefined })).toEqual({ kind: 'unknown', originEnvironment: null });
  });

  it('follow their contract', () => {
    for (const origin of ['ON_PREMISES', 'AWS', 'MOON']) {
      expect(failbackProcedure.parse(procedure({ origin }))).toEqual(procedure({ origin }));
    }
  });
});

describe('the AWS console', () => {
  it.each([
    ['eu-central-1a', 'eu-central-1'],
    ['us-west-2-lax-1a', 'us-west-2'],
    ['us-gov-west-1b', 'us-gov-west-1'],
    ['somewhere', undefined],
    ['https://evil.example/eu-west-1', undefined],
  ])('finds the Region of the zone %s: %s', (zone, region) => {
    expect(regionOfZone(zone)).toBe(region);
  });

  it('has another host in AWS GovCloud', () => {
    expect(drsConsoleURL('us-gov-west-1')).toBe(
      'https://us-gov-west-1.console.amazonaws-us-gov.com/drs/home?region=us-gov-west-1',
    );
  });
});
