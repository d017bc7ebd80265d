import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseScenario } from './scenario/parse';
import { type Simulator, startSimulator } from './server';

const run = promisify(execFile);

const awsCLI = await run('aws', ['--version']).then(
  () => true,
  () => false,
);

describe.skipIf(!awsCLI)('the AWS CLI (skipped where aws is not on the PATH)', () => {
  let simulator: Simulator;
  beforeEach(async () => {
    const scenario = parseScenario(
      `
name: The night of the command line
fleet:
  - { count: 2, hostname: erp-app, condition: healthy }
  - { count: 1, hostname: dns, condition: not-started }`,
      'night.yaml',
    );
    simulator = await startSimulator({ port: 0, speed: 0, scenario });
  });
  afterEach(() => simulator.close());

  /** What the AWS CLI prints; an operation without output prints nothing. */
  async function aws(service: 'drs' | 'sts', ...words: string[]) {
    const to = ['--endpoint-url', simulator.url, '--region', 'eu-west-1', '--output', 'json'];
    const { stdout } = await run('aws', [service, ...words, ...to], {
      maxBuffer: 10 ** 8,
      env: {
        ...process.env,
        AWS_ACCESS_KEY_ID: 'HOMEWARDTEST',
        AWS_SECRET_ACCESS_KEY: 'homeward-simulator',
        AWS_EC2_METADATA_DISABLED: 'true',
        AWS_MAX_ATTEMPTS: '1',
      },
    });
    return stdout.trim() === '' ? undefined : JSON.parse(stdout);
  }

  const tell = (path: string, body: unknown) =>
    fetch(`${simulator.url}/_simulator/${path}`, { method: 'POST', body: JSON.stringify(body) });

  it('drives a whole failback', { timeout: 120_000 }, async () => {
    const states = async () => {
      const { items } = await aws('drs', 'describe-recovery-instances');
      return items.map(
        (item: {
          failback: { state: string };
          dataReplicationInfo: { dataReplicationState: string };
        }) => `${item.failback.state} ${item.dataReplicationInfo.dataReplicationState}`,
      );
    };
    const ready = 'FAILBACK_READY_FOR_LAUNCH CONTINUOUS';
    expect(await states()).toEqual([ready, ready, 'FAILBACK_NOT_STARTED NOT_STARTED']);

    await tell('events', { bootClients: 1 });
    expect((await states())[2]).toBe('FAILBACK_IN_PROGRESS INITIATING');
    await tell('clock', { stepSeconds: 7_200 });
    expect(await states()).toEqual([ready, ready, ready]);

    const { items } = await aws('drs', 'describe-recovery-instances');
    const ids = items.map(
      ({ recoveryInstanceID }: { recoveryInstanceID: string }) => recoveryInstanceID,
    );
    const launch = ['start-failback-launch', '--recovery-instance-ids', ...ids, '--tags', 'wave=2'];
    const { job } = await aws('drs', ...launch);
    expect(job.status).toBe('PENDING');
    await expect(aws('drs', ...launch)).rejects.toThrow('ConflictException');
    const { tags } = await aws('drs', 'list-tags-for-resource', '--resource-arn', job.arn);
    expect(tags).toEqual({ wave: '2' });

    await tell('clock', { stepSeconds: 1_200 });
    const jobs = await aws('drs', 'describe-jobs', '--filters', `jobIDs=${job.jobID}`);
    expect(jobs.items[0]).toMatchObject({
      status: 'COMPLETED',
      participatingServers: ids.map(() => ({ launchStatus: 'LAUNCHED' })),
    });
    const log = await aws('drs', 'describe-job-log-items', '--job-id', job.jobID);
    expect(log.items.at(-1).event).toBe('JOB_END');
    expect(new Set(await states())).toEqual(new Set(['FAILBACK_COMPLETED STOPPED']));

    await aws('drs', 'disconnect-recovery-instance', '--recovery-instance-id', ids[0]);
    await aws('drs', 'delete-recovery-instance', '--recovery-instance-id', ids[0]);
    const rest = await aws(
      'drs',
      'terminate-recovery-instances',
      '--recovery-instance-ids',
      ...ids.slice(1),
    );
    expect(rest.job.type).toBe('TERMINATE');
    await tell('clock', { stepSeconds: 3_600 });
    expect(await states()).toEqual([]);
  });

  it('assumes a role', { timeout: 60_000 }, async () => {
    const role = 'arn:aws:iam::111122223333:role/HomewardOperator';
    const { AssumedRoleUser } = await aws(
      'sts',
      'assume-role',
      '--role-arn',
      role,
      '--role-session-name',
      'alice',
    );
    expect(AssumedRoleUser.Arn).toBe(
      'arn:aws:sts::111122223333:assumed-role/HomewardOperator/alice',
    );
  });
});
