import { beforeEach, expect, it } from 'vitest';
import type { Job, JobLogItem } from '@/lib/contract/job';
import { describeProblem } from '@/lib/contract/problem-error';
import { ViewerCount } from '@/lib/watch/viewer-count';
import { JobIndex } from '@/lib/watch/job-index';
import { LagHistory } from '@/lib/watch/lag-history';
import { Logs } from '@/lib/watch/logs';
import { Snapshot } from '@/lib/watch/snapshot';
import { SharedTarget } from './shared-target';

const job: Job = {
  jobID: 'drsjob-1',
  status: 'COMPLETED',
  creationDateTime: '2026-11-24T10:00:00Z',
  endDateTime: '2026-11-24T10:09:00Z',
};
/** DRS has written no JOB_END. */
const LINES: JobLogItem[] = [{ logDateTime: '2026-11-24T10:08:00Z', event: 'LAUNCH_END' }];
const READ_AT = new Date('2026-11-24T10:30:00Z');
const LEASE = { owner: 'process-1', renewals: 1, version: 1 };

let followed: SharedTarget;
let logs: Logs;

/** A process to which the clock of DRS is so far ahead of its own, in milliseconds; undefined before DRS has answered. */
function startProcess(clockOffset: number | undefined) {
  const clock = { now: () => READ_AT };
  const common = {
    clock,
    toProblem: () => describeProblem({ status: 502, code: 'away', title: 'Away', detail: 'Away.' }),
  };
  const empty = () =>
    new Snapshot<never[]>({
      ...common,
      read: async () => [],
      interval: () => null,
      maxAge: () => 0,
    });
  const jobIndex = new JobIndex(clock);
  jobIndex.add([job]);
  const own = new Logs({
    ...common,
    clockOffset: () => shared.readerClockOffset,
    read: async () => LINES,
    restore: async () => undefined,
    ask: () => undefined,
    onChange: () => undefined,
  });
  const shared: SharedTarget = new SharedTarget({
    fleet: empty(),
    jobs: empty(),
    logs: own,
    jobIndex,
    lagHistory: new LagHistory(),
    viewers: new ViewerCount(() => undefined),
    archive: undefined,
    clockOffset: () => clockOffset,
    replan: () => undefined,
  });
  return { shared, logs: own };
}

beforeEach(() => {
  const follower = startProcess(undefined);
  followed = follower.shared;
  logs = follower.logs;
});

const follow = (reader: SharedTarget) =>
  followed.applyShared({ ...LEASE, standings: JSON.parse(JSON.stringify(reader.standings())) }, [
    { kind: 'log', id: job.jobID, asOf: READ_AT, value: LINES },
  ]);

it('knows from its reader, by whose clock a log was read, that it was read to its end', () => {
  follow(startProcess(0).shared);
  expect(logs.known(job)).toMatchObject({ lines: LINES, isRead: true });
});

it('trusts no such log when the clock of its reader is ahead, or DRS has not answered it', () => {
  follow(startProcess(-60 * 60_000).shared);
  expect(logs.known(job)).toMatchObject({ isRead: false });
  follow(startProcess(undefined).shared);
  expect(logs.known(job)).toMatchObject({ isRead: false });
});
