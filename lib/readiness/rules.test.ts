import { describe, expect, it } from 'vitest';
import { checkOf, checklistOf, NOW, readinessOf, withThresholds } from './fixtures';

const minutes = (count: number) => new Date(NOW.getTime() - count * 60_000);

describe('the rule on running jobs', () => {
  const runningJob = { jobID: 'drsjob-1', creationDateTime: '2026-11-24T09:58:00.000000+00:00' };

  it('shows a server that a DRS job holds as running: a server is in one job at a time', () => {
    const { verdict, reasons } = readinessOf({ state: 'FAILBACK_COMPLETED' }, { runningJob });
    expect(verdict).toBe('running');
    expect(reasons[0]?.sentence).toBe(
      'In job drsjob-1 since 09:58:00 UTC, and a server can be in one job at a time.',
    );
  });

  it('passes a server in no job', () => {
    expect(checkOf('running-job')).toMatchObject({ result: 'pass', fact: 'In no job that runs' });
  });

  it('asks for caution when DescribeJobs could not be answered', () => {
    expect(checkOf('running-job', {}, { jobsAsOf: undefined })?.result).toBe('caution');
    expect(readinessOf({}, { jobsAsOf: undefined }).verdict).toBe('caution');
  });
});

describe('the rule on the origin', () => {
  it('passes ON_PREMISES, which StartFailbackLaunch is for', () => {
    expect(checkOf('origin')).toMatchObject({
      result: 'pass',
      fact: 'On-premises (ON_PREMISES)',
    });
  });

  it('blocks AWS, whose failback is ReverseReplication and a recovery in the origin Region', () => {
    const check = checkOf('origin', {
      origin: 'AWS',
      zone: 'eu-central-1a',
      state: 'FAILBACK_NOT_READY_FOR_LAUNCH',
    });
    expect(check).toMatchObject({
      result: 'blocked',
      sentence: 'Came from AWS, and its failback is another operation.',
      remedy:
        'Start reversed replication to eu-central-1, in the AWS console of eu-west-1, account 111122223333.',
    });
  });

  it.each([
    ['MOON', 'The origin MOON is not known to Homeward.'],
    [undefined, 'DRS gives no origin.'],
  ])('lets a person decide on the origin %s, and says what to make sure of', (origin, sentence) => {
    expect(checkOf('origin', { origin })).toMatchObject({
      result: 'caution',
      sentence,
      remedy:
        'Make sure that it came from on-premises: StartFailbackLaunch is not for servers that came from AWS.',
    });
  });

  it('leaves what a failback client does out of the matter for AWS', () => {
    const { reasons } = readinessOf({
      origin: 'AWS',
      state: 'FAILBACK_NOT_STARTED',
      replication: 'NOT_STARTED',
      clientSilence: undefined,
    });
    expect(reasons.map(({ rule }) => rule)).toEqual(['origin']);
  });
});

describe('the rule on the EC2 instance', () => {
  it.each([
    ['RUNNING', 'pass'],
    ['PENDING', 'caution'],
    ['STOPPING', 'caution'],
    ['STOPPED', 'caution'],
    ['SHUTTING-DOWN', 'blocked'],
    ['TERMINATED', 'blocked'],
    ['NOT_FOUND', 'blocked'],
    ['HIBERNATED', 'caution'],
    [undefined, 'caution'],
  ])('finds for ec2InstanceState %s: %s', (ec2, result) => {
    expect(checkOf('ec2-state', { ec2 })?.result).toBe(result);
  });
});

describe('an EC2 instance that does not run', () => {
  it.each([
    [
      'PENDING',
      'is starting (PENDING); wait until it runs, for its agent copies nothing meanwhile',
    ],
    ['STOPPED', 'is not running (STOPPED); start it, for its agent copies nothing meanwhile'],
    [
      'STOPPING',
      'is being stopped (STOPPING); start it once it is stopped, for its agent copies nothing meanwhile',
    ],
  ])('is told what to do in %s', (ec2, words) => {
    expect(checklistOf({ ec2 }).sentence).toBe(`Ready with caution: the EC2 instance ${words}.`);
  });
});

describe('the rule on the failback client', () => {
  it('blocks when failbackClientLastSeen is 14 min old: a silent client never asks for the launch', () => {
    expect(checkOf('failback-client', { clientSilence: 14 * 60 })).toMatchObject({
      result: 'blocked',
      sentence: 'The failback client was last seen 14 min ago.',
      remedy: 'Check that the machine is still booted into it.',
      fact: 'Last seen at 09:46:00 UTC',
      asOf: '2026-11-24T09:46:00.000Z',
    });
  });

  it('takes five minutes for silence, or what the operator says', () => {
    expect(checkOf('failback-client', { clientSilence: 300 })?.result).toBe('pass');
    expect(checkOf('failback-client', { clientSilence: 301 })?.result).toBe('blocked');
    expect(
      checkOf('failback-client', { clientSilence: 301 }, withThresholds({ silenceSeconds: 900 }))
        ?.result,
    ).toBe('pass');
  });

  it('asks for caution when failbackClientLastSeen is absent or cannot be read', () => {
    expect(checkOf('failback-client', { clientSilence: undefined })?.result).toBe('caution');
  });

  it('measures silence against the reading, so that an old reading makes no client silent', () => {
    const old = { now: NOW, asOf: minutes(20) };
    expect(checkOf('failback-client', { clientSilence: 20 * 60 + 3 }, old)?.result).toBe('pass');
  });

  it('also watches the client of a server that still synchronizes', () => {
    const { reasons } = readinessOf({ state: 'FAILBACK_IN_PROGRESS', clientSilence: 900 });
    expect(reasons[0]?.rule).toBe('failback-client');
  });

  it.each(['FAILBACK_NOT_STARTED', 'FAILBACK_ERROR', 'FAILBACK_COMPLETED'])(
    'has nothing to judge in %s',
    (state) => {
      expect(checkOf('failback-client', { state, clientSilence: 9_000 })?.result).toBe(
        'not-applicable',
      );
    },
  );
});

describe('the rule on the failback state', () => {
  it.each([
    ['FAILBACK_READY_FOR_LAUNCH', 'pass'],
    ['FAILBACK_NOT_STARTED', 'blocked'],
    ['FAILBACK_NOT_READY_FOR_LAUNCH', 'blocked'],
    ['FAILBACK_IN_PROGRESS', 'blocked'],
    ['FAILBACK_LAUNCH_STATE_NOT_AVAILABLE', 'blocked'],
    ['FAILBACK_ERROR', 'blocked'],
    ['FAILBACK_COMPLETED', 'done'],
    ['FAILBACK_STATE_OF_TOMORROW', 'caution'],
    ['constructor', 'caution'],
    [undefined, 'caution'],
  ])('finds for failback.state %s: %s', (state, result) => {
    expect(checkOf('failback-state', { state })?.result).toBe(result);
    expect(readinessOf({ state }).verdict).toBe(result === 'pass' ? 'ready' : result);
  });

  it('names a state that is not known to Homeward', () => {
    expect(readinessOf({ state: 'FAILBACK_STATE_OF_TOMORROW' }).reasons[0]?.sentence).toBe(
      'The failback state FAILBACK_STATE_OF_TOMORROW is not known to Homeward.',
    );
  });
});

describe('a server that is home', () => {
  it.each([
    ['RUNNING', 'still runs in AWS and still costs money; terminate it once'],
    ['STOPPED', 'is stopped (STOPPED), and its volumes still cost money; terminate it once'],
    ['STOPPING', 'is stopped (STOPPING), and its volumes still cost money; terminate it once'],
    ['TERMINATED', 'is gone (TERMINATED).'],
    ['SHUTTING-DOWN', 'is gone (SHUTTING-DOWN).'],
    ['NOT_FOUND', 'is gone (NOT_FOUND).'],
    ['HIBERNATED', 'may still run in AWS and cost money (HIBERNATED); look at it'],
    [undefined, 'may still run in AWS and cost money (DRS does not say); look at it'],
  ])('is told what its recovery instance costs in the EC2 state %s', (ec2, words) => {
    const { sentence } = checklistOf({ state: 'FAILBACK_COMPLETED', ec2 });
    expect(sentence).toContain(`Home: failed back; the recovery instance ${words}`);
  });
});

describe('the rule on the replication state', () => {
  it.each([
    ['CONTINUOUS', 'pass'],
    ['BACKLOG', 'pass'],
    ['RESCAN', 'caution'],
    ['PAUSED', 'caution'],
    ['NOT_STARTED', 'blocked'],
    ['INITIATING', 'blocked'],
    ['INITIAL_SYNC', 'blocked'],
    ['CREATING_SNAPSHOT', 'blocked'],
    ['STALLED', 'blocked'],
    ['STOPPED', 'blocked'],
    ['DISCONNECTED', 'blocked'],
    ['REPLICATION_STATE_NOT_AVAILABLE', 'blocked'],
    ['REPLICATION_STATE_OF_TOMORROW', 'caution'],
    [undefined, 'caution'],
  ])('finds for a Ready server in dataReplicationState %s: %s', (replication, result) => {
    expect(checkOf('replication-state', { replication })?.result).toBe(result);
  });

  it('leaves a server that is not Ready to the rule on the failback state', () => {
    const change = { state: 'FAILBACK_IN_PROGRESS', replication: 'INITIAL_SYNC' };
    expect(checkOf('replication-state', change)?.result).toBe('not-applicable');
  });
});

describe('the rule on replication errors', () => {
  it('blocks FAILBACK_CLIENT_NOT_SEEN even while the client was seen lately', () => {
    expect(readinessOf({ error: 'FAILBACK_CLIENT_NOT_SEEN' }).verdict).toBe('blocked');
  });

  it('says what NOT_CONVERGING means, with the rawError of DRS, and what to do', () => {
    expect(
      checkOf('replication-error', { error: 'NOT_CONVERGING', rawError: 'lag grew for 30 min' }),
    ).toMatchObject({
      result: 'caution',
      sentence:
        'DRS reports that data changes faster than it is copied (NOT_CONVERGING: lag grew for 30 min).',
      remedy: expect.stringContaining('bandwidth'),
      source: expect.stringMatching(/common-replication-errors\.html#common-not-converging$/),
    });
  });

  it('makes one sentence with a rawError that has lines and a full stop', () => {
    const rawError = '  Disk /dev/sda\n\tfailed.\n';
    expect(checkOf('replication-error', { error: 'NOT_CONVERGING', rawError })?.sentence).toBe(
      'DRS reports that data changes faster than it is copied (NOT_CONVERGING: Disk /dev/sda failed).',
    );
    expect(checkOf('replication-error', { rawError })?.sentence).toBe(
      'The replication error Disk /dev/sda failed is not known to Homeward.',
    );
    expect(
      checkOf('replication-error', { error: 'NOT_CONVERGING', rawError: ' \n' })?.sentence,
    ).toContain('(NOT_CONVERGING).');
    expect(checkOf('replication-error', { rawError: ' \n' })?.sentence).toBe(
      'The replication error without a text is not known to Homeward.',
    );
  });

  it('asks for caution on a rawError without a code', () => {
    expect(checkOf('replication-error', { rawError: 'disk failure' })).toMatchObject({
      result: 'caution',
      sentence: 'The replication error disk failure is not known to Homeward.',
    });
  });
});

describe('the rule on initiation steps', () => {
  const pairing: [string, string][] = [
    ['LINK_FAILBACK_CLIENT_WITH_RECOVERY_INSTANCE', 'SUCCEEDED'],
    ['COMPLETE_VOLUME_MAPPING', 'IN_PROGRESS'],
    ['ESTABLISH_RECOVERY_INSTANCE_COMMUNICATION', 'NOT_STARTED'],
  ];
  const initiating = {
    state: 'FAILBACK_IN_PROGRESS',
    replication: 'INITIATING',
    steps: pairing,
  };

  it('passes COMPLETE_VOLUME_MAPPING that has run for four minutes', () => {
    expect(checkOf('initiation-step', { ...initiating, initiationAge: 240 })).toMatchObject({
      result: 'pass',
      fact: 'Step 2 of 3: Map the volumes (IN_PROGRESS)',
    });
  });

  it('calls COMPLETE_VOLUME_MAPPING stuck after sixteen minutes, and says where to look', () => {
    const { reasons } = readinessOf({ ...initiating, initiationAge: 16 * 60 });
    expect(reasons[0]).toMatchObject({
      rule: 'initiation-step',
      verdict: 'blocked',
      sentence: 'The initiation step "Map the volumes" is not through after 16 min.',
      remedy: expect.stringContaining('screen of the failback client'),
    });
  });

  it('tells an old reading as what was so then', () => {
    const old = { asOf: minutes(60), jobsAsOf: minutes(60) };
    const began = { ...initiating, initiationAge: 76 * 60 };
    expect(checkOf('initiation-step', began, old)?.sentence).toBe(
      'The initiation step "Map the volumes" was not through after 16 min when DRS was last read.',
    );
  });

  it('waits as long as the operator says', () => {
    const patient = withThresholds({ initiationSeconds: 3_600 });
    expect(
      checkOf('initiation-step', { ...initiating, initiationAge: 1_000 }, patient)?.result,
    ).toBe('pass');
  });

  it('blocks on a FAILED step at once', () => {
    const steps: [string, string][] = [['CONFIGURE_REPLICATION_SOFTWARE', 'FAILED']];
    expect(checkOf('initiation-step', { ...initiating, steps })).toMatchObject({
      result: 'blocked',
      sentence: 'The initiation step "Configure the replication software" failed.',
    });
  });

  it('takes steps that are still open for history once data flows', () => {
    expect(checkOf('initiation-step', { steps: pairing, initiationAge: 90_000 })?.result).toBe(
      'pass',
    );
  });

  it('asks for caution on a step and on a status that are not known to Homeward', () => {
    const unknown = (name: string, status: string) =>
      checkOf('initiation-step', { ...initiating, steps: [[name, status]] })?.sentence;
    expect(unknown('ALIGN_THE_STARS', 'IN_PROGRESS')).toBe(
      'The initiation step ALIGN_THE_STARS is not known to Homeward.',
    );
    expect(unknown('WAIT', 'DREAMING')).toBe(
      'The status of an initiation step DREAMING is not known to Homeward.',
    );
  });
});

describe('the rule on the agent', () => {
  it('asks for caution when agentLastSeen is older than five minutes', () => {
    expect(checkOf('agent', { agentSilence: 299 })?.result).toBe('pass');
    expect(checkOf('agent', { agentSilence: 7_300 })).toMatchObject({
      result: 'caution',
      sentence:
        'The replication agent was last seen 2 h ago; what was written since may not be copied.',
    });
  });

  it('does not hold the absence of agentLastSeen against a server', () => {
    expect(readinessOf({ agentSilence: undefined }).verdict).toBe('ready');
  });
});

describe('the rule on lag and backlog', () => {
  it('passes a lagDuration of 60 s and asks for caution beyond', () => {
    expect(checkOf('lag', { lag: 'PT1M' })?.result).toBe('pass');
    expect(checkOf('lag', { lag: 'PT1M1S' })?.result).toBe('caution');
  });

  it('asks for caution on BACKLOG however small: DRS itself does not call it healthy', () => {
    expect(
      checkOf('lag', { replication: 'BACKLOG', lag: 'PT26M', backlog: 2 ** 30 }),
    ).toMatchObject({
      result: 'caution',
      fact: 'Lag 26 min, backlog 1 GiB',
      sentence: 'Behind by 26 min, 1 GiB, and what is not copied at launch is lost.',
    });
    expect(checkOf('lag', { replication: 'BACKLOG', lag: undefined })?.sentence).toBe(
      'Behind, and what is not copied at launch is lost.',
    );
  });

  it('asks for caution on more than 1 GiB of backloggedStorageBytes, or what the operator says', () => {
    expect(checkOf('lag', { backlog: 2 ** 30 })?.result).toBe('pass');
    expect(checkOf('lag', { backlog: 2 ** 30 + 1 })?.result).toBe('caution');
    const strict = withThresholds({ backlogCautionBytes: 0 });
    expect(checkOf('lag', { backlog: 1 }, strict)?.result).toBe('caution');
  });

  it('blocks beyond the limits the operator sets', () => {
    const limits = withThresholds({ lagBlockedSeconds: 600, backlogBlockedBytes: 2 ** 31 });
    expect(checkOf('lag', { lag: 'PT10M' }, limits)?.result).toBe('caution');
    expect(checkOf('lag', { lag: 'PT26M' }, limits)).toMatchObject({
      result: 'blocked',
      sentence:
        'Behind by 26 min, beyond the limit of 10 min for this target, and what is not copied at launch is lost.',
    });
    expect(checkOf('lag', { lag: 'PT10M30S' }, limits)?.sentence).toContain(
      'Behind by 11 min, beyond the limit of 10 min',
    );
    expect(checkOf('lag', { lag: 'PT26M', backlog: 2 ** 32 }, limits)?.sentence).toContain(
      'beyond the limit of 10 min and 2 GiB for this target',
    );
    expect(checkOf('lag', { backlog: 2 ** 31 + 1 }, limits)?.result).toBe('blocked');
  });

  it('asks for caution when a limit of the operator cannot be checked', () => {
    const lag = withThresholds({ lagBlockedSeconds: 600 });
    expect(readinessOf({ lag: undefined }, lag)).toMatchObject({
      verdict: 'caution',
      reasons: [
        { sentence: 'DRS gives no lag, so the limit of 10 min for this target cannot be checked.' },
      ],
    });
    const backlog = withThresholds({ backlogBlockedBytes: 2 ** 31 });
    expect(checkOf('lag', { backlog: undefined }, backlog)?.sentence).toBe(
      'DRS gives no backlog, so the limit of 2 GiB for this target cannot be checked.',
    );
    expect(readinessOf({}, { ...lag, ...backlog }).verdict).toBe('ready');
  });

  it('blocks beyond a limit although the other figure cannot be read', () => {
    const limit = withThresholds({ backlogBlockedBytes: 2 ** 31 });
    expect(checkOf('lag', { lag: 'soon', backlog: 2 ** 32 }, limit)?.result).toBe('blocked');
  });

  it('says that DRS gives no figure, and not zero', () => {
    expect(checkOf('lag', { lag: undefined, backlog: undefined })?.fact).toBe(
      'Lag not given, backlog not given',
    );
  });

  it('asks for caution on a lagDuration that cannot be read', () => {
    expect(checkOf('lag', { lag: 'ten minutes' })?.sentence).toBe(
      'The lag ten minutes is not known to Homeward.',
    );
  });
});

describe('how long somebody has been silent', () => {
  // Read so many minutes ago, when the client and the agent had been silent for fourteen.
  const silent = (age: number) => {
    const silence = (14 + age) * 60;
    const given = { clientSilence: silence, agentSilence: silence };
    const around = { asOf: minutes(age), jobsAsOf: minutes(age) };
    return ['failback-client', 'agent'].map((rule) => checkOf(rule, given, around)?.sentence);
  };

  it('goes on with the clock while the reading is fresh', () => {
    expect(silent(0)).toEqual([
      'The failback client was last seen 14 min ago.',
      'The replication agent was last seen 14 min ago; what was written since may not be copied.',
    ]);
    expect(silent(1)[0]).toBe('The failback client was last seen 15 min ago.');
  });

  it('is told of the reading when that is old, so that it stays true however long DRS is away', () => {
    const sentences = [
      'The failback client had not been seen for 14 min when DRS was last read.',
      'The replication agent had not been seen for 14 min when DRS was last read; what was written since may not be copied.',
    ];
    expect(silent(3)).toEqual(sentences);
    expect(silent(600)).toEqual(sentences);
  });
});

describe('the rules on drills and readings', () => {
  it('asks for caution on isDrill', () => {
    expect(checkOf('drill', { drill: true })?.result).toBe('caution');
    expect(checkOf('drill')).toMatchObject({ result: 'pass', fact: 'Launched for a recovery' });
    expect(checkOf('drill', { drill: undefined })).toMatchObject({
      result: 'not-applicable',
      fact: 'DRS does not say',
    });
  });

  it('asks for caution when DRS was last read more than two minutes ago', () => {
    expect(checkOf('reading', {}, { asOf: minutes(2), jobsAsOf: NOW })?.result).toBe('pass');
    expect(checkOf('reading', {}, { asOf: NOW, jobsAsOf: minutes(3) })).toMatchObject({
      result: 'caution',
      sentence: 'DRS was last read at 09:57:00 UTC, and the server may have changed since.',
    });
  });
});

describe('the rule on the reading', () => {
  it.each([
    ['servers', { asOf: minutes(-1), jobsAsOf: NOW }],
    ['jobs', { asOf: NOW, jobsAsOf: minutes(-1) }],
  ])('asks for caution when the %s were read later than now', (_, around) => {
    expect(checkOf('reading', {}, around)).toMatchObject({
      result: 'caution',
      sentence:
        'DRS was last read at 10:01:00 UTC, which is still to come by the clock of the Homeward server.',
      remedy:
        'Wait until DRS is read again, and set the clock of the Homeward server right if this stays.',
    });
  });

  it('allows for the clocks of two processes', () => {
    const soon = new Date(NOW.getTime() + 5_000);
    expect(checkOf('reading', {}, { asOf: soon, jobsAsOf: soon })?.result).toBe('pass');
  });
});

describe('the rule on the clock', () => {
  const offset = (count: number | undefined) => ({
    clock: { offset: count === undefined ? undefined : count * 60_000, isSimulated: false },
  });

  it('passes while the clocks agree to a minute', () => {
    expect(checkOf('clock', {}, offset(-1))?.result).toBe('pass');
    expect(checkOf('clock')).toMatchObject({
      result: 'pass',
      fact: 'DRS answered at 10:00:00 UTC by its own clock',
    });
  });

  it.each([
    [10, '10 min behind that of DRS'],
    [-7, '7 min ahead of that of DRS'],
  ])('asks for caution when DRS is %s minutes ahead', (minutesAhead, words) => {
    expect(checkOf('clock', {}, offset(minutesAhead))).toMatchObject({
      result: 'caution',
      sentence: `The clock of the Homeward server is ${words}.`,
      remedy: expect.stringContaining('NTP'),
    });
  });

  it('blocks a client that is silent by the clock of DRS, whatever ours says', () => {
    // Silent for fourteen minutes, ten of which our clock has lost.
    const dead = { clientSilence: 4 * 60 };
    expect(readinessOf(dead, offset(0)).verdict).toBe('ready');
    expect(readinessOf(dead, offset(10)).reasons[0]?.sentence).toBe(
      'The failback client was last seen 14 min ago.',
    );
    expect(readinessOf({ clientSilence: 8 * 60 }, offset(-7)).verdict).toBe('caution');
  });

  it('does not trust a clock by which somebody is seen after the reading', () => {
    const late = { clientSilence: 4 * 60, agentSilence: -10 * 60 };
    expect(checkOf('clock', late, offset(undefined))).toMatchObject({
      result: 'caution',
      fact: 'DRS has not answered yet',
      sentence: 'The clock of the Homeward server is 10 min behind that of DRS.',
    });
  });

  it('leaves the clock of a simulator to the trainer, who steps it forward', () => {
    const clock = { offset: 0, isSimulated: true };
    expect(checkOf('clock', { clientSilence: -7_200 }, { clock })?.result).toBe('not-applicable');
  });
});
