import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createDrsClients } from './client';
import { toDrsProblem, hadNoEffect } from './errors';
import { RoleError, sessionName } from './credentials';
import { describeRecoveryInstances } from './recovery-instances';

it.each([
  ['Local operator', 'homeward-Local-operator'],
  ['ana.ortiz@example.com', 'homeward-ana.ortiz@example.com'],
  ['运维', 'homeward'],
  ['x'.repeat(100), `homeward-${'x'.repeat(55)}`],
])('names the session of %s %s', (operator, name) => {
  expect(sessionName(operator)).toBe(name);
});

const role = 'arn:aws:iam::123456789012:role/Homeward';

it('says which permission a role lacks to be assumed', () => {
  const denied = new RoleError(role, {
    name: 'AccessDenied',
    message:
      'User: arn:aws:iam::123456789012:user/homeward is not authorized to perform: sts:AssumeRole on resource: ' +
      role,
    $metadata: { httpStatusCode: 403 },
  });
  const problem = toDrsProblem(denied);
  expect(problem).toMatchObject({ status: 502, code: 'drs-access-denied' });
  expect(problem.title).toBe('AWS does not allow this console to call sts:AssumeRole');
  expect(problem.detail).toMatch(/role\/Homeward could not be assumed: User.*not authorized/);
});

it.each([
  ['ExpiredToken', 'The security token included in the request is expired', 400],
  ['InvalidClientTokenId', 'The security token included in the request is invalid.', 403],
])('tells credentials of the console that STS refuses: %s', (name, message, httpStatusCode) => {
  const refused = new RoleError(role, { name, message, $metadata: { httpStatusCode } });
  const problem = toDrsProblem(refused);
  expect(problem).toMatchObject({ status: 502, code: 'credentials-refused' });
  expect(problem.detail).toMatch(/role\/Homeward could not be assumed: The security token/);
});

it('waits when STS throttles, which it does with 400', () => {
  const throttled = new RoleError(role, {
    name: 'Throttling',
    message: 'Rate exceeded',
    $metadata: { httpStatusCode: 400 },
  });
  const problem = toDrsProblem(throttled);
  expect(problem).toMatchObject({ status: 429, code: 'drs-throttling' });
  expect(problem.title).toBe('AWS is throttling');
  expect(problem.detail).toMatch(/role\/Homeward could not be assumed: Rate exceeded/);
  expect(hadNoEffect(throttled)).toBe(true);
});

it('says that a role could not be assumed for any other reason', () => {
  for (const cause of [
    { message: 'connect ECONNREFUSED' },
    { name: 'ValidationError', message: 'Bad ExternalId', $metadata: { httpStatusCode: 400 } },
  ]) {
    expect(toDrsProblem(new RoleError(role, cause))).toMatchObject({
      status: 502,
      code: 'credentials-unavailable',
      detail: `The role ${role} could not be assumed: ${cause.message}`,
    });
  }
});

it('knows that without credentials nothing was sent, whatever became of asking for them', () => {
  expect(hadNoEffect(new RoleError(role, { $metadata: { httpStatusCode: 503 } }))).toBe(true);
  expect(hadNoEffect(new RoleError(role, { name: 'TimeoutError' }))).toBe(true);
});

it.each(['CredentialsProviderError', 'TokenProviderError'])(
  'keeps the message of a %s to the log: it may be a command with its arguments',
  (name) => {
    const error = { name, message: 'Command failed: /opt/vault --token hvs.not-for-the-browser' };
    for (const thrown of [error, new RoleError(role, error)]) {
      const problem = toDrsProblem(thrown);
      expect(problem).toMatchObject({ code: 'credentials-unavailable' });
      expect(JSON.stringify(problem)).not.toContain('vault');
    }
  },
);

describe('credentials that a command of the operator should give', () => {
  const secret = '--vault-token hvs.not-for-the-browser';
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'homeward-credentials-'));
    const config = path.join(folder, 'config');
    await writeFile(config, `[profile failback]\ncredential_process = /bin/false ${secret}\n`);
    vi.stubEnv('AWS_CONFIG_FILE', config);
    vi.stubEnv('AWS_SHARED_CREDENTIALS_FILE', path.join(folder, 'credentials'));
    vi.stubEnv('AWS_PROFILE', 'failback');
    vi.stubEnv('AWS_ACCESS_KEY_ID', undefined);
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', undefined);
  });
  afterEach(async () => {
    vi.unstubAllEnvs();
    await rm(folder, { recursive: true, force: true });
  });

  it.each([
    ['its own', undefined, /no credentials/],
    ['a role', { arn: role, externalID: undefined }, /role\/Homeward/],
  ])(
    'fail for %s without telling the command, and are in the log once',
    async (_, asked, words) => {
      const told: string[] = [];
      const drs = createDrsClients(
        { region: 'eu-west-1', role: asked, simulatorURL: 'http://127.0.0.1:9' },
        {
          operator: 'Test',
          timeoutMilliseconds: 5_000,
          warn: (event, error) => void told.push(`${event}: ${String(error)}`),
        },
      );
      const read = () => describeRecoveryInstances({ ...drs, reads: drs.polls });
      const failure = await read().catch((error: unknown) => error);
      await expect(read()).rejects.toThrow(/credentials|could not be assumed/);
      const problem = toDrsProblem(failure);
      expect(problem).toMatchObject({ code: 'credentials-unavailable' });
      expect(problem.detail).toMatch(words);
      expect(problem.detail).toMatch(/log of the server/);
      expect(JSON.stringify(problem)).not.toContain('vault-token');
      expect(told).toEqual([expect.stringMatching(/^there are no credentials: Cred/)]);
    },
  );
});
