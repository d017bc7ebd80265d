import { DescribeRecoveryInstancesCommand, DrsClient } from '@aws-sdk/client-drs';
import {
  AssumeRoleCommand,
  type AssumeRoleCommandInput,
  GetCallerIdentityCommand,
  STSClient,
} from '@aws-sdk/client-sts';
import { fromTemporaryCredentials } from '@aws-sdk/credential-providers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readScenario } from '../scenario/read';
import { type Simulator, startSimulator } from '../server';

const ROLE = 'arn:aws:iam::111122223333:role/HomewardOperator';
const OTHER_ROLE = 'arn:aws:iam::444455556666:role/HomewardOperator';

let simulator: Simulator;
beforeEach(async () => {
  simulator = await startSimulator({ port: 0, speed: 0 });
});
afterEach(() => simulator.close());

type Keys = { accessKeyId: string; secretAccessKey: string; sessionToken?: string };
const BASE: Keys = { accessKeyId: 'HOMEWARDTEST', secretAccessKey: 'homeward-simulator' };

const settings = (credentials: Keys) => ({
  endpoint: simulator.url,
  region: 'eu-west-1',
  maxAttempts: 1,
  credentials,
});
const sts = (credentials = BASE) => new STSClient(settings(credentials));

async function assume(input: Partial<AssumeRoleCommandInput> = {}, credentials = BASE) {
  const command = new AssumeRoleCommand({
    RoleArn: ROLE,
    RoleSessionName: 'alice',
    ...input,
  });
  const { Credentials, ...rest } = await sts(credentials).send(command);
  return {
    ...rest,
    expiration: Credentials?.Expiration,
    keys: {
      accessKeyId: Credentials?.AccessKeyId ?? '',
      secretAccessKey: Credentials?.SecretAccessKey ?? '',
      sessionToken: Credentials?.SessionToken ?? '',
    },
  };
}

const listInstances = (credentials: Keys) =>
  new DrsClient(settings(credentials)).send(new DescribeRecoveryInstancesCommand({}));

const arnIn = async (credentials: Keys) => (await listInstances(credentials)).items?.[0]?.arn ?? '';

describe('GetCallerIdentity', () => {
  it('tells a long-term key from an assumed role', async () => {
    const base = await sts().send(new GetCallerIdentityCommand({}));
    expect(base.Arn).toBe(`arn:aws:iam::${base.Account}:user/HOMEWARDTEST`);
    const { keys, AssumedRoleUser } = await assume();
    const assumed = await sts(keys).send(new GetCallerIdentityCommand({}));
    expect(assumed).toMatchObject({
      Account: '111122223333',
      Arn: 'arn:aws:sts::111122223333:assumed-role/HomewardOperator/alice',
      UserId: AssumedRoleUser?.AssumedRoleId,
    });
  });
});

describe('AssumeRole', () => {
  it('opens the account of the role to the same access key', async () => {
    const [own, first, second] = await Promise.all([
      arnIn(BASE),
      assume().then(({ keys }) => arnIn(keys)),
      assume({ RoleArn: OTHER_ROLE }).then(({ keys }) => arnIn(keys)),
    ]);
    expect(first).toContain(':111122223333:');
    expect(second).toContain(':444455556666:');
    expect(own).not.toContain(':111122223333:');
  });

  it('writes down who asked, for what and with which conditions', async () => {
    const policy = '{"Version":"2012-10-17","Statement":[]}';
    const { SourceIdentity } = await assume({
      SourceIdentity: 'alice@example.com',
      ExternalId: 'homeward-7',
      Policy: policy,
      PolicyArns: [{ arn: 'arn:aws:iam::aws:policy/ReadOnlyAccess' }],
      Tags: [{ Key: 'change', Value: 'CHG & <20418>' }],
      DurationSeconds: 900,
    });
    expect(SourceIdentity).toBe('alice@example.com');
    const response = await fetch(`${simulator.url}/_simulator/sessions`);
    const text = await response.text();
    expect(JSON.parse(text).sessions).toMatchObject([
      {
        roleARN: ROLE,
        roleSessionName: 'alice',
        sourceIdentity: 'alice@example.com',
        externalID: 'homeward-7',
        policy,
        policyARNs: ['arn:aws:iam::aws:policy/ReadOnlyAccess'],
        tags: { change: 'CHG & <20418>' },
        assumedBy: 'HOMEWARDTEST',
      },
    ]);
    expect(text).not.toContain('secretAccessKey');
  });

  it('serves the credential provider of the SDK', async () => {
    const provider = fromTemporaryCredentials({
      params: { RoleArn: ROLE, RoleSessionName: 'provider' },
      masterCredentials: BASE,
      clientConfig: { endpoint: simulator.url, region: 'eu-west-1' },
    });
    expect(await arnIn((await provider()) as Keys)).toContain(':111122223333:');
  });

  it('keeps the source identity along a chain of roles, and gives a chain an hour at most', async () => {
    const { keys } = await assume({ SourceIdentity: 'alice' });
    expect((await assume({ RoleArn: OTHER_ROLE }, keys)).SourceIdentity).toBe('alice');
    await expect(
      assume({ RoleArn: OTHER_ROLE, SourceIdentity: 'mallory' }, keys),
    ).rejects.toMatchObject({ name: 'AccessDenied' });
    await expect(
      assume({ RoleArn: OTHER_ROLE, DurationSeconds: 3_601 }, keys),
    ).rejects.toMatchObject({
      name: 'ValidationError',
      message: expect.stringContaining('role chaining'),
    });
  });

  it('is denied for a role whose name says so', async () => {
    const denied = assume({ RoleArn: 'arn:aws:iam::111122223333:role/Denied' });
    await expect(denied).rejects.toMatchObject({
      name: 'AccessDenied',
      message: expect.stringContaining('is not authorized to perform: sts:AssumeRole on resource'),
      $metadata: { httpStatusCode: 403 },
    });
  });

  it('is held to the roles and the external ids that a scenario lists', async () => {
    await simulator.close();
    simulator = await startSimulator({
      port: 0,
      speed: 0,
      scenario: await readScenario('never-initialised'),
    });
    await expect(assume({ ExternalId: 'homeward' })).resolves.toBeDefined();
    const denied = { name: 'AccessDenied' };
    await expect(assume({ ExternalId: 'another' })).rejects.toMatchObject(denied);
    await expect(assume()).rejects.toMatchObject(denied);
    const unlisted = { RoleArn: ROLE.replace('Operator', 'Unlisted') };
    await expect(assume(unlisted)).rejects.toMatchObject(denied);
    const subsidiary = { RoleArn: 'arn:aws:iam::333344445555:role/HomewardOperator' };
    await expect(assume(subsidiary)).rejects.toMatchObject(denied);
    const { keys } = await assume({ RoleArn: 'arn:aws:iam::222233334444:role/Any' });
    await expect(listInstances(keys)).rejects.toMatchObject({
      name: 'UninitializedAccountException',
    });
  });

  it.each<[string, Partial<AssumeRoleCommandInput>, string, string]>([
    ['no session name', { RoleSessionName: undefined }, 'ValidationError', 'must not be null'],
    [
      'a short session name',
      { RoleSessionName: 'a' },
      'ValidationError',
      'greater than or equal to 2',
    ],
    ['a strange session name', { RoleSessionName: 'a b' }, 'ValidationError', 'regular expression'],
    [
      'no role',
      { RoleArn: 'arn:aws:iam::111122223333:user/alice' },
      'ValidationError',
      'is invalid',
    ],
    ['a short while', { DurationSeconds: 899 }, 'ValidationError', 'between 900 and 43200'],
    [
      'a long identity',
      { SourceIdentity: 'x'.repeat(65) },
      'ValidationError',
      'less than or equal to 64',
    ],
    [
      'a policy that is none',
      { Policy: 'allow' },
      'MalformedPolicyDocumentException',
      'invalid Json',
    ],
  ])('with %s is refused', async (_, input, name, words) => {
    await expect(assume(input)).rejects.toMatchObject({
      name,
      message: expect.stringContaining(words),
      $metadata: { httpStatusCode: 400, requestId: expect.any(String) },
    });
  });

  it('is on record and can be made to fail', async () => {
    await fetch(`${simulator.url}/_simulator/faults`, {
      method: 'POST',
      body: JSON.stringify({ operation: 'AssumeRole', kind: 'throttle', count: 1 }),
    });
    await expect(assume()).rejects.toMatchObject({
      name: 'Throttling',
      message: 'Rate exceeded',
      $metadata: { httpStatusCode: 400 },
    });
    await assume();
    const { calls } = await (await fetch(`${simulator.url}/_simulator/calls`)).json();
    expect(calls).toMatchObject([
      { operation: 'AssumeRole', status: 400, fault: 'throttle' },
      { operation: 'AssumeRole', status: 200, accessKeyID: 'HOMEWARDTEST' },
    ]);
  });
});

describe('temporary credentials', () => {
  it('are good with their token only', async () => {
    const { keys } = await assume();
    const { sessionToken: _, ...without } = keys;
    for (const wrong of [
      without,
      { ...keys, sessionToken: 'another' },
      { ...keys, accessKeyId: 'ASIAUNKNOWN' },
    ]) {
      await expect(listInstances(wrong)).rejects.toMatchObject({
        name: 'UnrecognizedClientException',
        $metadata: { httpStatusCode: 403 },
      });
    }
    await expect(listInstances({ ...keys, secretAccessKey: 'wrong' })).rejects.toMatchObject({
      name: 'InvalidSignatureException',
    });
    await expect(sts(without).send(new GetCallerIdentityCommand({}))).rejects.toMatchObject({
      name: 'InvalidClientTokenId',
    });
  });

  it('expire on the simulated clock', async () => {
    const { keys } = await assume({ DurationSeconds: 900 });
    const step = (stepSeconds: number) =>
      fetch(`${simulator.url}/_simulator/clock`, {
        method: 'POST',
        body: JSON.stringify({ stepSeconds }),
      });
    await step(890);
    await expect(listInstances(keys)).resolves.toBeDefined();
    await step(11);
    await expect(listInstances(keys)).rejects.toMatchObject({ name: 'ExpiredTokenException' });
    await expect(sts(keys).send(new GetCallerIdentityCommand({}))).rejects.toMatchObject({
      name: 'ExpiredToken',
    });
  });
});
