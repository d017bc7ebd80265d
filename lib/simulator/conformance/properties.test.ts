import type { Job, RecoveryInstance } from '@aws-sdk/client-drs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FAILBACK_STATES, REPLICATION_STATES } from './model-values';
import { Offline } from './offline';
import { INSTANCE_OPERATIONS, perform, step } from './steps';

// Random sequences of requests, events and steps of the clock. After each step the whole account is looked at, page
// by page, and nothing of it may be what DRS never is. It runs without a network, so that many sequences fit in.

const ALLOWED = [200, 202, 204, 400, 402, 403, 404, 409, 501];

function checkInvariants(offline: Offline, region: string) {
  const jobs = offline.all<Job>('DescribeJobs', region);
  const busy = jobs
    .filter(({ status }) => status !== 'COMPLETED')
    .flatMap(({ participatingServers = [] }) =>
      participatingServers
        .filter(({ launchStatus }) => ['PENDING', 'IN_PROGRESS'].includes(launchStatus ?? ''))
        .map(({ sourceServerID }) => sourceServerID),
    );
  expect(new Set(busy).size).toBe(busy.length);
  for (const job of jobs) checkJob(offline, job, region);
  for (const instance of offline.all<RecoveryInstance>('DescribeRecoveryInstances', region)) {
    checkInstance(instance);
  }
}

function checkJob(offline: Offline, job: Job, region: string) {
  expect(['PENDING', 'STARTED', 'COMPLETED']).toContain(job.status);
  expect(job.endDateTime !== undefined).toBe(job.status === 'COMPLETED');
  const log = offline.log(job.jobID ?? '', region);
  expect(
    log.at(-1)?.event === 'JOB_END' || job.status !== 'COMPLETED' || isJustOver(job, offline),
  ).toBe(true);
  const times = log.map(({ logDateTime }) => logDateTime);
  expect(times).toEqual(times.toSorted());
}

/** The log says it 26 ms after the job has ended. */
const isJustOver = ({ endDateTime }: Job, offline: Offline) =>
  offline.now() - Date.parse(endDateTime ?? '') < 1_000;

function checkInstance({ failback, dataReplicationInfo, originEnvironment }: RecoveryInstance) {
  const state = failback?.state ?? '';
  const replication = dataReplicationInfo?.dataReplicationState ?? '';
  expect(FAILBACK_STATES).toContain(state);
  expect(REPLICATION_STATES).toContain(replication);
  if (originEnvironment === 'AWS') expect(state).not.toBe('FAILBACK_COMPLETED');
  if (state === 'FAILBACK_COMPLETED') expect(['STOPPED', 'DISCONNECTED']).toContain(replication);
  if (state === 'FAILBACK_NOT_STARTED')
    expect(['NOT_STARTED', 'DISCONNECTED']).toContain(replication);
  if (replication === 'INITIATING') expect(state).toBe('FAILBACK_IN_PROGRESS');
  for (const disk of dataReplicationInfo?.replicatedDisks ?? []) {
    const { totalStorageBytes = 0, replicatedStorageBytes = 0, backloggedStorageBytes = 0 } = disk;
    expect(Math.max(replicatedStorageBytes, backloggedStorageBytes)).toBeLessThanOrEqual(
      totalStorageBytes,
    );
    expect(Math.min(replicatedStorageBytes, backloggedStorageBytes)).toBeGreaterThanOrEqual(0);
  }
}

describe('whatever is done in whatever order', () => {
  it('leaves the account in a state that DRS can be in, and answers with a status that DRS has', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        const offline = new Offline();
        for (const given of steps) {
          expect(ALLOWED).toContain(perform(offline, given));
          checkInvariants(offline, 'eu-west-1');
        }
        checkInvariants(offline, 'eu-central-1');
      }),
      { numRuns: 20 },
    );
  }, 60_000);

  it('gives the same answers when it is done again', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 15 }), (steps) => {
        const play = () => {
          const offline = new Offline();
          const statuses = steps.map((given) => perform(offline, given));
          return [statuses, offline.all('DescribeRecoveryInstances'), offline.all('DescribeJobs')];
        };
        expect(play()).toEqual(play());
      }),
      { numRuns: 10 },
    );
  }, 60_000);
});

/** What becomes of a token that is sent with other filters, to another list, or changed. */
function misuse(offline: Offline, nextToken: string, noise: string): number[] {
  const filters = { recoveryInstanceIDs: offline.knownIDs };
  return [
    offline.call('DescribeRecoveryInstances', { filters, nextToken }),
    offline.call('DescribeJobs', { nextToken }),
    offline.call('DescribeRecoveryInstances', { nextToken: `${nextToken}${noise}!` }),
  ].map(({ status }) => status);
}

describe('pages of any size', () => {
  it('add up to the whole, and their tokens are good for nothing else', () => {
    const offline = new Offline();
    const whole = offline.all<RecoveryInstance>('DescribeRecoveryInstances');
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), fc.string(), (maxResults, noise) => {
        const found: unknown[] = [];
        const misuses: number[] = [];
        let nextToken: string | undefined;
        do {
          const input = { maxResults, ...(nextToken ? { nextToken } : {}) };
          const page = offline.call('DescribeRecoveryInstances', input).body;
          found.push(...(page.items as unknown[]));
          nextToken = page.nextToken as string | undefined;
          if (nextToken) misuses.push(...misuse(offline, nextToken, noise));
        } while (nextToken);
        expect(found).toEqual(whole);
        expect(new Set(misuses)).toEqual(new Set([400]));
      }),
      { numRuns: 30 },
    );
  });
});

describe('whatever is sent', () => {
  it('is answered, and never with a fault of ours', () => {
    const offline = new Offline();
    const operation = fc.constantFrom(
      ...INSTANCE_OPERATIONS,
      'StartFailbackLaunch',
      'StartRecovery',
      'TerminateRecoveryInstances',
      'DescribeJobs',
      'DescribeJobLogItems',
      'DescribeRecoveryInstances',
      'DescribeSourceServers',
      'DescribeReplicationConfigurationTemplates',
      'UpdateFailbackReplicationConfiguration',
      'DeleteJob',
    );
    const member = fc.constantFrom(
      'recoveryInstanceIDs',
      'recoveryInstanceID',
      'sourceServers',
      'filters',
      'jobIDs',
      'jobID',
      'maxResults',
      'nextToken',
      'tags',
      'fromDate',
      'bandwidthThrottling',
      '__proto__',
    );
    const body = fc.oneof(
      fc.json(),
      fc.string(),
      fc.dictionary(member, fc.jsonValue()).map((value) => JSON.stringify(value)),
    );
    fc.assert(
      fc.property(operation, body, (name, text) => {
        expect([200, 400, 404]).toContain(offline.send(name, text).status);
      }),
      { numRuns: 500 },
    );
  });
});
