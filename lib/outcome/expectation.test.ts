import { describe, expect, it } from 'vitest';
import type { Job, JobLogItem } from '@/lib/contract/job';
import { expectationFrom, pacesOf } from './expectation';
import { judgeJob } from './judge';

const at = (minute: number) => `2026-11-24T10:${String(minute).padStart(2, '0')}:00.000000+00:00`;

const job = (status: string, launchStatuses: string[], ended?: number): Job => ({
  jobID: 'drsjob-1',
  type: 'LAUNCH',
  initiatedBy: 'FAILBACK',
  status,
  creationDateTime: at(0),
  ...(ended === undefined ? {} : { endDateTime: at(ended) }),
  participatingServers: launchStatuses.map((launchStatus, index) => ({
    sourceServerID: `s-${index}`,
    launchStatus,
  })),
});

const line = (minute: number, event: string, server = 0): JobLogItem => ({
  logDateTime: at(minute),
  event,
  eventData: { sourceServerID: `s-${server}` },
});

/** A finished job of servers that converted from minute 1 on for so many minutes, and then rebooted for 2. */
function finished(...conversions: number[]) {
  const log = conversions.flatMap((minutes, server) => [
    line(1, 'CONVERSION_START', server),
    line(1 + minutes, 'CONVERSION_END', server),
    line(3 + minutes, 'LAUNCH_END', server),
  ]);
  return {
    job: job(
      'COMPLETED',
      conversions.map(() => 'LAUNCHED'),
      4 + Math.max(...conversions),
    ),
    log,
  };
}

describe('an expectation', () => {
  it('is the median and the longest of each phase, and of whole jobs', () => {
    const { job: whole, phases } = expectationFrom([finished(9, 15), finished(7)]);
    expect(whole).toEqual({ count: 2, medianSeconds: 15 * 60, longestSeconds: 19 * 60 });
    expect(phases).toContainEqual({
      phase: 'converting',
      count: 3,
      medianSeconds: 9 * 60,
      longestSeconds: 15 * 60,
    });
    expect(phases).toContainEqual({
      phase: 'rebooting',
      count: 3,
      medianSeconds: 120,
      longestSeconds: 120,
    });
  });

  it('learns nothing from a phase that failed', () => {
    const log = [line(1, 'CONVERSION_START'), line(50, 'CONVERSION_FAIL')];
    const { phases } = expectationFrom([{ job: job('COMPLETED', ['FAILED'], 51), log }]);
    expect(phases.map(({ phase }) => phase)).toEqual(['requested']);
  });

  it('says nothing when there is no past', () => {
    expect(expectationFrom([])).toEqual({ job: null, phases: [] });
    const running = judgeJob(job('STARTED', ['PENDING']), [line(1, 'CONVERSION_START')]);
    expect(pacesOf(running, expectationFrom([]), at(59))).toEqual([]);
    expect(pacesOf(running, null, at(59))).toEqual([]);
  });
});

describe('the pace of a server under way', () => {
  const converting = judgeJob(job('STARTED', ['PENDING']), [line(1, 'CONVERSION_START')]);
  const experience = expectationFrom([finished(9, 15), finished(7)]);
  const stalled = (minute: number) => pacesOf(converting, experience, at(minute))[0]?.isStalled;

  it('stands beside what was usual', () => {
    expect(pacesOf(converting, experience, at(6))).toMatchObject([
      {
        phase: 'converting',
        seconds: 300,
        usual: { count: 3, medianSeconds: 540, longestSeconds: 900 },
        isStalled: false,
      },
    ]);
  });

  it('turns into a stall a quarter past the longest', () => {
    expect(stalled(16)).toBe(false);
    expect(stalled(19)).toBe(false);
    expect(stalled(20)).toBe(true);
  });

  it('is no stall with too little experience', () => {
    expect(pacesOf(converting, expectationFrom([finished(1)]), at(40))[0]?.isStalled).toBe(false);
  });

  it('is not asked of servers that have come to an end', () => {
    const home = judgeJob(job('STARTED', ['LAUNCHED']), finished(9).log);
    expect(pacesOf(home, experience, at(59))).toEqual([]);
  });

  it('puts the slowest first', () => {
    const two = judgeJob(job('STARTED', ['PENDING', 'PENDING']), [
      line(8, 'CONVERSION_START', 0),
      line(2, 'CONVERSION_START', 1),
    ]);
    const [slowest] = pacesOf(two, experience, at(10));
    expect(slowest?.server.sourceServerID).toBe('s-1');
  });
});
