import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { DrsClients } from './client';
import { hadNoEffect, toDrsProblem } from './errors';
import { startFailbackLaunch } from './failback-launch';
import { describeJobs } from './jobs';
import { answeringDrs } from './testing/drs-server';

const HOUR = 60 * 60_000;
const ID = 'i-0a41f7c2d9e8b3a16';

/** What DRS does with each call. */
let mode: 'answers' | 'is silent' | 'throttles';
let calls: number;
const createClients = answeringDrs((request, response) => {
  calls += 1;
  request.resume();
  response.setHeader('Content-Type', 'application/json');
  response.setHeader('x-amzn-RequestId', '0f6c1f0e');
  if (mode === 'is silent') return;
  if (mode === 'throttles') {
    response.setHeader('x-amzn-ErrorType', 'ThrottlingException');
    response.setHeader('Retry-After', new Date(Date.now() + HOUR).toUTCString());
    response.writeHead(429).end(JSON.stringify({ message: 'Rate exceeded' }));
    return;
  }
  response.end(JSON.stringify({ items: [], job: { jobID: 'drsjob-4f1c7a02be6d93a8c' } }));
});

beforeEach(() => {
  mode = 'answers';
  calls = 0;
});

const failureOf = (call: Promise<unknown>) =>
  call.then(
    () => undefined,
    (error: unknown) => error,
  );
const launch = (drs: DrsClients, beforeWrite = () => {}) =>
  startFailbackLaunch(drs, [ID], {}, beforeWrite);

it('does not wait for an answer that does not come', async () => {
  mode = 'is silent';
  const failure = await failureOf(describeJobs(createClients({ timeoutMilliseconds: 200 })));
  expect(toDrsProblem(failure)).toMatchObject({ status: 504, code: 'drs-timeout' });
});

it('is in doubt about a launch that was written and not answered', async () => {
  mode = 'is silent';
  const beforeWrite = vi.fn<() => void>();
  const failure = await failureOf(launch(createClients({ timeoutMilliseconds: 200 }), beforeWrite));
  expect(beforeWrite).toHaveBeenCalledOnce();
  expect(hadNoEffect(failure)).toBe(false);
});

it('does not wait for as long as a throttling DRS says before it tells that', async () => {
  mode = 'throttles';
  const drs = createClients({ timeoutMilliseconds: 5_000, retries: true });
  const failure = await failureOf(describeJobs(drs));
  expect(toDrsProblem(failure)).toMatchObject({ status: 429, code: 'drs-throttling' });
  expect(calls).toBe(3);
});

describe('while a command of the operator that gives the credentials hangs', () => {
  let folder: string;
  let release: () => Promise<void>;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'homeward-credentials-'));
    const [config, gate, ended, script] = ['config', 'gate', 'ended', 'give'].map((name) =>
      path.join(folder, name),
    ) as [string, string, string, string];
    const given = { Version: 1, AccessKeyId: 'HOMEWARDTEST', SecretAccessKey: 'homeward' };
    await writeFile(
      script,
      `while [ ! -e ${gate} ]; do sleep 0.02; done\necho '${JSON.stringify(given)}'\necho > ${ended}\n`,
    );
    await writeFile(config, `[profile failback]\ncredential_process = /bin/sh ${script}\n`);
    vi.stubEnv('AWS_CONFIG_FILE', config);
    vi.stubEnv('AWS_SHARED_CREDENTIALS_FILE', path.join(folder, 'credentials'));
    vi.stubEnv('AWS_PROFILE', 'failback');
    vi.stubEnv('AWS_ACCESS_KEY_ID', undefined);
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', undefined);
    release = async () => {
      await writeFile(gate, '');
      await vi.waitFor(() => readFile(ended));
    };
  });
  afterEach(async () => {
    await release();
    await rm(folder, { recursive: true, force: true });
  });

  it('gives up on a reading, and says what did not come', async () => {
    const failure = await failureOf(describeJobs(createClients({ timeoutMilliseconds: 200 })));
    expect(toDrsProblem(failure)).toMatchObject({ status: 502, code: 'credentials-unavailable' });
    expect(calls).toBe(0);
  });

  it('gives up on a launch for good: it does not leave when the credentials come after all', async () => {
    const drs = createClients({ timeoutMilliseconds: 200 });
    const beforeWrite = vi.fn<() => void>();
    const failure = await failureOf(launch(drs, beforeWrite));
    expect(hadNoEffect(failure)).toBe(true);
    await release();
    // Another launch has waited for the same credentials.
    await launch({ ...drs, timeoutMilliseconds: 5_000 });
    expect(calls).toBe(1);
    expect(beforeWrite).not.toHaveBeenCalled();
  });
});
