import { describe, expect, it } from 'vitest';
import type { Job, JobLogItem } from '@/lib/contract/job';
import { judgeJob } from './judge';

const at = (second: number) => `2026-11-24T10:00:${String(second).padStart(2, '0')}.000000+00:00`;

function job(status: string, launchStatuses: string[]): Job {
  return {
    jobID: 'drsjob-1',
    status,
    creationDateTime: at(0),
    ...(status === 'COMPLETED' ? { endDateTime: at(50) } : {}),
    participatingServers: launchStatuses.map((launchStatus, index) => ({
      sourceServerID: `s-${index}`,
      launchStatus,
    })),
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

describe('the outcome of a job', () => {
  it('is success only when every server launched', () => {
    const { outcome, sentence } = judgeJob(job('COMPLETED', ['LAUNCHED', 'LAUNCHED']), []);
    expect(outcome).toBe('succeeded');
    expect(sentence).toBe('Completed: 2 launched.');
  });

  it('does not take COMPLETED for success', () => {
    const log = [line(20, 'CONVERSION_FAIL', 1, 'volume too small')];
    const { outcome, sentence, servers } = judgeJob(job('COMPLETED', ['LAUNCHED', 'FAILED']), log);
    expect(outcome).toBe('partly-failed');
    expect(sentence).toBe('Completed: 1 launched, 1 failed in conversion.');
    expect(servers[1]).toMatchObject({
      outcome: 'failed',
      sentence: 'Conversion failed',
      rawError: 'volume too small',
    });
  });

  it('is failure when nothing came home', () => {
    expect(judgeJob(job('COMPLETED', ['FAILED']), null).outcome).toBe('failed');
  });

  it('counts skipped servers as what they are', () => {
    const log = [line(1, 'SERVER_SKIPPED', 1, 'not ready')];
    const { outcome, sentence } = judgeJob(job('COMPLETED', ['LAUNCHED', 'PENDING']), log);
    expect(outcome).toBe('partly-failed');
    expect(sentence).toBe('Completed: 1 launched, 1 skipped.');
  });

  it('calls a server cancelled when the job was cancelled under it', () => {
    const log = [line(9, 'JOB_CANCEL')];
    const { servers } = judgeJob(job('COMPLETED', ['LAUNCHED', 'PENDING']), log);
    expect(servers.map(({ outcome }) => outcome)).toEqual(['launched', 'cancelled']);
  });

  it('shows a status that it does not know as unknown', () => {
    const judged = judgeJob(job('COMPLETED', ['LAUNCHED', 'TELEPORTED']), []);
    expect(judged.outcome).toBe('unknown');
    expect(judged.servers[1]?.sentence).toBe('Launch status TELEPORTED is not known to Homeward');
    expect(judgeJob(job('HALTED', ['LAUNCHED']), []).outcome).toBe('unknown');
    expect(judgeJob(job('COMPLETED', []), []).outcome).toBe('unknown');
  });

  it('does not believe LAUNCHED against a log that ends with a failure', () => {
    const failed = [line(20, 'LAUNCH_FAILED', 0)];
    expect(judgeJob(job('COMPLETED', ['LAUNCHED']), failed).outcome).toBe('unknown');
    const tried = [...failed, line(21, 'LAUNCH_START', 0), line(30, 'LAUNCH_END', 0)];
    expect(judgeJob(job('COMPLETED', ['LAUNCHED']), tried).outcome).toBe('succeeded');
  });

  it('says a server is unknown when the job ended without it', () => {
    const { servers } = judgeJob(job('COMPLETED', ['PENDING']), []);
    expect(servers[0]?.outcome).toBe('unknown');
  });

  it('draws the phases from the log, and the last one goes on while the job runs', () => {
    const log = [
      line(0, 'JOB_START'),
      line(5, 'CONVERSION_START', 0),
      line(20, 'CONVERSION_END', 0),
      line(21, 'LAUNCH_START', 0),
    ];
    const { servers, outcome } = judgeJob(job('STARTED', ['IN_PROGRESS']), log);
    expect(outcome).toBe('running');
    expect(servers[0]?.sentence).toBe('Rebooting');
    expect(servers[0]?.phases).toEqual([
      { phase: 'requested', from: at(0), to: at(5) },
      { phase: 'converting', from: at(5), to: at(20) },
      { phase: 'rebooting', from: at(20) },
    ]);
  });

  it('ends a failed lane where it failed', () => {
    const log = [line(5, 'CONVERSION_START', 0), line(20, 'CONVERSION_FAIL', 0)];
    const { servers } = judgeJob(job('COMPLETED', ['FAILED']), log);
    expect(servers[0]?.phases.at(-1)).toEqual({ phase: 'failed', from: at(20), to: at(20) });
  });
});
