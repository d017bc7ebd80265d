import { JobLogEvent, JobStatus, LaunchStatus } from '@aws-sdk/client-drs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Job, JobLogItem } from '@/lib/contract/job';
import { EVENTS } from './events';
import { judgeJob } from './judge';

const at = (second: number) => `2026-11-24T10:00:${String(second).padStart(2, '0')}.000000+00:00`;

function job(status: string, launchStatuses: string[], more: Partial<Job> = {}): Job {
  return {
    jobID: 'drsjob-1',
    type: 'LAUNCH',
    initiatedBy: 'FAILBACK',
    status,
    creationDateTime: at(0),
    ...(status === 'COMPLETED' ? { endDateTime: at(50) } : {}),
    participatingServers: launchStatuses.map((launchStatus, index) => ({
      sourceServerID: `s-${index}`,
      launchStatus,
    })),
    ...more,
  };
}

function line(second: number, event: string, server?: number, rawError?: string): JobLogItem {
  return {
    logDateTime: at(second),
    event,
    eventData: {
      ...(server === undefined ? {} : { sourceServerID: `s-${server}` }),
      ...(rawError ? { rawError } : {}),
    },
  };
}

const wentWell = (server: number) => [
  line(5, 'CONVERSION_START', server),
  line(20, 'CONVERSION_END', server),
  line(21, 'LAUNCH_START', server),
  line(40, 'LAUNCH_END', server),
];

/** The verdict on the only server of a job. */
function judgeOne(
  status: string,
  launchStatus: string,
  log: JobLogItem[] | null,
  more?: Partial<Job>,
) {
  return judgeJob(job(status, [launchStatus], more), log).servers[0];
}

describe('the outcome of a job', () => {
  it('is success only when every server launched', () => {
    const { outcome, sentence } = judgeJob(job('COMPLETED', ['LAUNCHED', 'LAUNCHED']), [
      ...wentWell(0),
      ...wentWell(1),
    ]);
    expect(outcome).toBe('succeeded');
    expect(sentence).toBe('Completed: 2 launched.');
  });

  it('says exactly what became of everybody', () => {
    const statuses = [
      ...Array.from({ length: 41 }, () => 'LAUNCHED'),
      'FAILED',
      'FAILED',
      'PENDING',
    ];
    const log = [
      line(20, 'CONVERSION_FAIL', 41, 'volume too small'),
      line(20, 'CONVERSION_FAIL', 42),
      line(2, 'SERVER_SKIPPED', 43),
    ];
    const { outcome, sentence, servers } = judgeJob(job('COMPLETED', statuses), log);
    expect(sentence).toBe('Completed: 41 launched, 2 failed in conversion, 1 skipped.');
    expect(outcome).toBe('partly-failed');
    expect(servers[41]).toMatchObject({
      outcome: 'failed',
      sentence: 'Conversion failed',
      failedIn: 'conversion',
      rawError: 'volume too small',
    });
  });

  it('is failure when nothing came home', () => {
    expect(judgeJob(job('COMPLETED', ['FAILED']), null)).toMatchObject({
      outcome: 'failed',
      sentence: 'Completed: 1 failed.',
    });
  });

  it('is no success as long as the log, which decides, has not been read', () => {
    const judged = judgeJob(job('COMPLETED', ['LAUNCHED', 'LAUNCHED']), null);
    expect(judged).toMatchObject({
      outcome: 'unknown',
      isLogRead: false,
      sentence: 'Completed: 2 launched as DRS says, but the log has not been read to its end.',
    });
    expect(judged.servers[0]).toMatchObject({
      outcome: 'unknown',
      unconfirmed: 'launched',
      sentence: 'DRS says LAUNCHED, but the log has not been read to its end',
      phases: [{ phase: 'unknown', from: at(0), to: at(50) }],
    });
    expect(judgeJob(job('COMPLETED', ['LAUNCHED']), wentWell(0))).toMatchObject({
      outcome: 'succeeded',
      isLogRead: true,
    });
  });

  it('is no success by a log that was read before the job ended', () => {
    const judged = judgeJob(job('COMPLETED', ['LAUNCHED']), wentWell(0).slice(0, 2), false);
    expect(judged).toMatchObject({ outcome: 'unknown', isLogRead: false });
    expect(judged.servers[0]?.phases.map(({ phase }) => phase)).toContain('converting');
  });

  it('is no success by an empty log: DRS writes lines for every job that it runs', () => {
    const judged = judgeJob(job('COMPLETED', ['LAUNCHED']), []);
    expect(judged).toMatchObject({ outcome: 'unknown', isLogRead: false });
    expect(judged.servers[0]).toMatchObject({ unconfirmed: 'launched' });
  });

  it('needs no log to tell a loss, or that a job goes on', () => {
    expect(judgeJob(job('COMPLETED', ['LAUNCHED', 'FAILED', 'PENDING']), null).sentence).toBe(
      'Completed: 1 launched as DRS says, 1 failed, 1 with an unknown outcome, but the log has not been read to its end.',
    );
    expect(judgeJob(job('STARTED', ['LAUNCHED', 'IN_PROGRESS']), null)).toMatchObject({
      outcome: 'running',
      sentence: 'Running: 1 launched as DRS says, 1 still under way.',
    });
    expect(judgeOne('STARTED', 'IN_PROGRESS', null)?.sentence).toBe('Under way');
  });

  it('is cancelled when the job was, for those who had not arrived', () => {
    const log = [...wentWell(0), line(30, 'JOB_CANCEL'), line(5, 'CONVERSION_START', 1)];
    const { sentence, outcome, servers } = judgeJob(job('COMPLETED', ['LAUNCHED', 'PENDING']), log);
    expect(sentence).toBe('Cancelled: 1 launched, 1 cancelled.');
    expect(outcome).toBe('partly-failed');
    expect(servers[1]?.phases.at(-1)).toEqual({ phase: 'cancelled', from: at(30), to: at(30) });
    expect(judgeJob(job('COMPLETED', ['PENDING']), [line(9, 'JOB_CANCEL')]).outcome).toBe(
      'cancelled',
    );
    expect(judgeJob(job('STARTED', ['PENDING']), [line(9, 'JOB_CANCEL')])).toMatchObject({
      outcome: 'running',
      sentence: 'Being cancelled: 1 still under way.',
    });
  });

  it('shows a status that it does not know as unknown', () => {
    const judged = judgeJob(job('COMPLETED', ['LAUNCHED', 'TELEPORTED']), []);
    expect(judged.outcome).toBe('unknown');
    expect(judged.servers[1]?.sentence).toBe('Launch status TELEPORTED is not known to Homeward');
    expect(judgeJob(job('HALTED', ['LAUNCHED']), []).outcome).toBe('unknown');
    expect(judgeOne('HALTED', 'PENDING', [])?.outcome).toBe('unknown');
    expect(judgeJob(job('COMPLETED', []), []).outcome).toBe('unknown');
  });

  it('is unknown once DRS lists the job no more', () => {
    const gone = job('STARTED', ['LAUNCHED', 'IN_PROGRESS'], { unlistedSince: at(30) });
    const judged = judgeJob(gone, wentWell(0));
    expect(judged.outcome).toBe('unknown');
    expect(judged.sentence).toBe('No longer listed by DRS: 1 launched, 1 with an unknown outcome.');
    expect(judged.servers[1]).toMatchObject({
      outcome: 'unknown',
      sentence: 'Was IN_PROGRESS when DRS listed the job last',
      phases: [{ from: at(0), to: at(30) }],
    });
  });

  it('counts the networks that take part', () => {
    const resources = ['LAUNCHED', 'FAILED'].map((launchStatus, index) => ({
      launchStatus,
      participatingResourceID: { sourceNetworkID: `sn-${index}` },
    }));
    const networkJob = job('COMPLETED', [], { participatingResources: resources });
    const failure: JobLogItem = {
      logDateTime: at(9),
      event: 'DEPLOY_NETWORK_CONFIGURATION_FAILED',
      eventData: {
        rawError: 'stack rolled back',
        eventResourceData: { sourceNetworkData: { sourceNetworkID: 'sn-1' } },
      },
    };
    const judged = judgeJob(networkJob, [failure]);
    expect(judged.sentence).toBe('Completed: 1 network launched, 1 network failed.');
    expect(judged.outcome).toBe('partly-failed');
    expect(judged.networks[1]).toMatchObject({ outcome: 'failed', rawError: 'stack rolled back' });
  });

  it('does not pass over a failure that belongs to nobody who takes part', () => {
    const judged = judgeJob(job('COMPLETED', ['LAUNCHED']), [line(9, 'NETWORK_RECOVERY_FAIL')]);
    expect(judged.outcome).toBe('unknown');
    expect(judged.sentence).toBe(
      'Completed: 1 launched, but its log also reports NETWORK_RECOVERY_FAIL.',
    );
  });

  it('of a termination is that the servers are terminated', () => {
    const terminate = { type: 'TERMINATE', initiatedBy: 'TERMINATE_RECOVERY_INSTANCES' };
    const log = [line(5, 'CLEANUP_START', 0), line(20, 'CLEANUP_END', 0)];
    const judged = judgeJob(job('COMPLETED', ['TERMINATED'], terminate), log);
    expect(judged).toMatchObject({ outcome: 'succeeded', sentence: 'Completed: 1 terminated.' });
    expect(judged.servers[0]?.phases.map(({ phase }) => phase)).toEqual([
      'requested',
      'cleaning-up',
      'home',
    ]);
    expect(judgeOne('COMPLETED', 'LAUNCHED', log, terminate)?.outcome).toBe('unknown');
    expect(judgeOne('COMPLETED', 'TERMINATED', [])?.outcome).toBe('unknown');
  });
});

describe('the outcome of a server', () => {
  const failed = [line(5, 'CONVERSION_START', 0), line(20, 'LAUNCH_FAILED', 0, 'no boot device')];

  it.each([
    ['LAUNCHED', wentWell(0), 'launched', 'Launched'],
    ['LAUNCHED', failed, 'unknown', 'DRS says LAUNCHED, but its log ends with LAUNCH_FAILED'],
    [
      'LAUNCHED',
      [line(2, 'SERVER_SKIPPED', 0)],
      'unknown',
      'DRS says LAUNCHED, but its log ends with SERVER_SKIPPED',
    ],
    [
      'LAUNCHED',
      [...wentWell(0), line(45, 'JOB_CANCEL', 0)],
      'unknown',
      'DRS says LAUNCHED, but its log ends with JOB_CANCEL',
    ],
    [
      'LAUNCHED',
      [...wentWell(0), line(45, 'TELEPORTED', 0)],
      'unknown',
      'DRS says LAUNCHED, but its log ends with TELEPORTED, which Homeward does not know',
    ],
    [
      'LAUNCHED',
      [...wentWell(0), line(45, '', 0)],
      'unknown',
      'DRS says LAUNCHED, but its log ends with an event without a name',
    ],
    ['LAUNCHED', [line(2, 'TELEPORTED', 0), ...wentWell(0)], 'launched', 'Launched'],
    ['FAILED', failed, 'failed', 'Launch failed'],
    ['FAILED', [], 'failed', 'Failed'],
    ['FAILED', wentWell(0), 'failed', 'Failed, although the log ends with LAUNCH_END'],
    ['IN_PROGRESS', failed, 'failed', 'Launch failed'],
    [
      'IN_PROGRESS',
      wentWell(0),
      'unknown',
      'The job ended while the launch status was still IN_PROGRESS',
    ],
    ['PENDING', [line(2, 'SERVER_SKIPPED', 0)], 'skipped', 'Skipped by DRS'],
  ])('%s with its log is judged from both', (launchStatus, log, outcome, sentence) => {
    expect(judgeOne('COMPLETED', launchStatus, log)).toMatchObject({ outcome, sentence });
  });

  it('is success when DRS tried again and made it', () => {
    const retried = [...failed, line(25, 'LAUNCH_START', 0), line(40, 'LAUNCH_END', 0)];
    const server = judgeOne('COMPLETED', 'LAUNCHED', retried);
    expect(server).toMatchObject({ outcome: 'launched' });
    expect(server).not.toHaveProperty('rawError');
    expect(server?.phases.map(({ phase }) => phase)).toEqual([
      'requested',
      'converting',
      'failed',
      'rebooting',
      'home',
    ]);
  });

  it('goes on while the job does, whatever the log reports', () => {
    expect(judgeOne('STARTED', 'IN_PROGRESS', failed)).toMatchObject({
      outcome: 'running',
      sentence: 'Launch failed, still IN_PROGRESS',
      rawError: 'no boot device',
    });
  });

  it('takes an event that reports a failure for one, known or not', () => {
    const server = judgeOne('COMPLETED', 'LAUNCHED', [...wentWell(0), line(45, 'CHECK_FAILED', 0)]);
    expect(server?.outcome).toBe('unknown');
    expect(judgeOne('COMPLETED', 'FAILED', [line(9, 'CHECK_FAILED', 0)])?.sentence).toBe(
      'Event CHECK_FAILED is not known to Homeward',
    );
  });

  it('shows an unknown event for what it is', () => {
    const server = judgeOne('STARTED', 'IN_PROGRESS', [line(9, 'TELEPORT_START', 0)]);
    expect(server?.sentence).toBe('Event TELEPORT_START is not known to Homeward');
    expect(server?.phases.at(-1)?.phase).toBe('unknown');
    expect(judgeOne('STARTED', 'IN_PROGRESS', [line(9, 'toString', 0)])?.phases.at(-1)?.phase).toBe(
      'unknown',
    );
  });

  it('is told what DRS documents to do about its failure', () => {
    const small = [line(9, 'CONVERSION_FAIL', 0, 'volume /dev/sda is smaller than its source')];
    expect(judgeOne('COMPLETED', 'FAILED', small)?.remedy?.sentence).toMatch(/at least as large/);
    const plain = judgeOne('COMPLETED', 'FAILED', [line(9, 'CONVERSION_FAIL', 0, 'E42')]);
    expect(plain?.remedy).toMatchObject({ source: expect.stringContaining('docs.aws.amazon.com') });
    expect(judgeOne('COMPLETED', 'FAILED', failed)?.remedy?.sentence).toMatch(/boot mode/);
    expect(
      judgeOne('COMPLETED', 'FAILED', [line(9, 'LAUNCH_FAILED', 0, 'E42')]),
    ).not.toHaveProperty('remedy');
  });

  it('finds its lines by the recovery instance when DRS names no source server', () => {
    const nameless = job('COMPLETED', [], {
      participatingServers: [{ recoveryInstanceID: 'i-1', launchStatus: 'LAUNCHED' }],
    });
    const lost = {
      logDateTime: at(9),
      event: 'LAUNCH_FAILED',
      eventData: { targetInstanceID: 'i-1' },
    };
    expect(judgeJob(nameless, [lost]).servers[0]?.outcome).toBe('unknown');
    expect(judgeJob(nameless, [line(0, 'JOB_START')]).outcome).toBe('succeeded');
  });

  it('goes by the time of its lines, whichever of its ids they name', () => {
    const both = job('COMPLETED', [], {
      participatingServers: [
        { sourceServerID: 's-0', recoveryInstanceID: 'i-1', launchStatus: 'LAUNCHED' },
      ],
    });
    const byInstance = {
      logDateTime: at(9),
      event: 'LAUNCH_START',
      eventData: { targetInstanceID: 'i-1' },
    };
    const log = [byInstance, line(20, 'LAUNCH_FAILED', 0)];
    expect(judgeJob(both, log).servers[0]?.outcome).toBe('unknown');
  });
});

describe('the lane of a server', () => {
  it('is drawn from the log, and the last phase goes on while the job runs', () => {
    const { servers, outcome } = judgeJob(job('STARTED', ['IN_PROGRESS']), [
      line(0, 'JOB_START'),
      ...wentWell(0).slice(0, 3),
    ]);
    expect(outcome).toBe('running');
    expect(servers[0]?.sentence).toBe('Rebooting');
    expect(servers[0]?.phases).toEqual([
      { phase: 'requested', from: at(0), to: at(5) },
      { phase: 'converting', from: at(5), to: at(20) },
      { phase: 'rebooting', from: at(20) },
    ]);
  });

  it('is the same when lines come out of order or twice', () => {
    const expected = judgeOne('COMPLETED', 'LAUNCHED', wentWell(0));
    const shuffled = fc.shuffledSubarray([...wentWell(0), ...wentWell(0)], { minLength: 8 });
    fc.assert(
      fc.property(shuffled, (log) => {
        expect(judgeOne('COMPLETED', 'LAUNCHED', log)).toEqual(expected);
      }),
    );
  });

  it('ends where it failed or was skipped', () => {
    const lost = judgeOne('COMPLETED', 'FAILED', [line(20, 'CONVERSION_FAIL', 0)]);
    expect(lost?.phases.at(-1)).toEqual({ phase: 'failed', from: at(20), to: at(20) });
    const skipped = judgeOne('COMPLETED', 'PENDING', [line(2, 'SERVER_SKIPPED', 0)]);
    expect(skipped?.phases).toEqual([
      { phase: 'requested', from: at(0), to: at(2) },
      { phase: 'skipped', from: at(2), to: at(2) },
    ]);
  });

  it('has the snapshots of a recovery', () => {
    const log = [line(1, 'SNAPSHOT_START', 0), line(2, 'SNAPSHOT_END', 0), ...wentWell(0)];
    const recovery = judgeOne('COMPLETED', 'LAUNCHED', log, { initiatedBy: 'START_RECOVERY' });
    expect(recovery?.phases.map(({ phase }) => phase)).toEqual([
      'requested',
      'snapshotting',
      'requested',
      'converting',
      'rebooting',
      'home',
    ]);
  });
});

describe('every value of the API model', () => {
  it.each([...Object.values(JobLogEvent), 'LAUNCH_END'])(
    '%s is an event Homeward knows',
    (event) => {
      expect(EVENTS.has(event)).toBe(true);
      expect(EVENTS.get(event)?.failure !== undefined).toBe(/FAIL/.test(event));
    },
  );

  const launchStatuses = fc.constantFrom(...Object.values(LaunchStatus), 'TELEPORTED');
  const events = fc.constantFrom(
    ...Object.values(JobLogEvent),
    'LAUNCH_END',
    'TELEPORT_FAILED',
    'TELEPORTED',
  );

  it('is green only where every status says so and no log ends with a loss or with what nobody knows', () => {
    const lines = fc.array(
      fc.tuple(fc.integer({ min: 0, max: 50 }), events, fc.constantFrom(0, 1, undefined)),
    );
    fc.assert(
      fc.property(
        fc.oneof(fc.constant('COMPLETED'), fc.constantFrom(...Object.values(JobStatus), 'HALTED')),
        fc.array(fc.oneof(fc.constant('LAUNCHED'), launchStatuses), { maxLength: 2 }),
        lines,
        (status, statuses, told) => {
          const log = told.map(([second, event, server]) => line(second, event, server));
          const judged = judgeJob(job(status, statuses), log);
          if (judged.outcome !== 'succeeded') return;
          expect(status).toBe('COMPLETED');
          expect(new Set(statuses)).toEqual(new Set(['LAUNCHED']));
          // The first phase comes from no line.
          const lastPhases = judged.servers.map(({ phases }) => phases.slice(1).at(-1)?.phase);
          for (const phase of ['failed', 'skipped', 'cancelled', 'unknown']) {
            expect(lastPhases).not.toContain(phase);
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  it.each(Object.values(LaunchStatus))(
    'launch status %s is judged in every job status',
    (launchStatus) => {
      for (const status of Object.values(JobStatus)) {
        const { sentence } = judgeOne(status, launchStatus, []) ?? {};
        expect(sentence).not.toMatch(/not known/);
      }
    },
  );
});
