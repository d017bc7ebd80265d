import { DescribeJobsCommand, InitializeServiceCommand } from '@aws-sdk/client-drs';
import { describe, expect, it } from 'vitest';
import { sendRaw } from './raw';
import { aim, isSimulated } from './target';

const target = aim({ servers: 3 });
const JSON_TYPE = { 'content-type': 'application/json' };
const INSTANCE = 'i-00000000';

const post = (operation: string, body: string | Uint8Array, headers = JSON_TYPE) =>
  sendRaw(target.drs, { path: `/${operation}`, body, headers });

const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`;

describe('a body that DRS cannot read', () => {
  it.each<[what: string, operation: string, body: string | Uint8Array]>([
    ['is no JSON', 'DescribeJobs', '{"filters":'],
    ['is text', 'DescribeJobs', 'launch them all'],
    ['is a list', 'DescribeJobs', '[]'],
    ['is a number', 'DescribeJobs', '7'],
    ['is null', 'DescribeJobs', 'null'],
    ['is not UTF-8', 'DescribeJobs', new Uint8Array([123, 255, 125])],
    ['is nested ten thousand deep', 'DescribeJobs', `{"filters":${deep}}`],
    ['has a list where a structure belongs', 'DescribeJobs', '{"filters":[]}'],
    ['has text where a list belongs', 'DescribeJobs', '{"filters":{"jobIDs":"drsjob-1"}}'],
    ['has a number where text belongs', 'StopFailback', '{"recoveryInstanceID":7}'],
    ['has null in a list', 'StartFailbackLaunch', '{"recoveryInstanceIDs":[null]}'],
    [
      'has null in a map',
      'StartFailbackLaunch',
      `{"recoveryInstanceIDs":["${INSTANCE}"],"tags":{"a":null}}`,
    ],
    [
      'has a number in a map',
      'StartFailbackLaunch',
      `{"recoveryInstanceIDs":["${INSTANCE}"],"tags":{"a":1}}`,
    ],
    ['has text where a number belongs', 'DescribeJobs', '{"maxResults":"10"}'],
    ['has a fraction where a whole number belongs', 'DescribeJobs', '{"maxResults":1.5}'],
    ['overflows an integer', 'DescribeJobs', '{"maxResults":2147483648}'],
    [
      'overflows a long',
      'UpdateFailbackReplicationConfiguration',
      `{"recoveryInstanceID":"${INSTANCE}","bandwidthThrottling":9223372036854775808}`,
    ],
    [
      'has text where true or false belongs',
      'UpdateFailbackReplicationConfiguration',
      `{"recoveryInstanceID":"${INSTANCE}","usePrivateIP":"true"}`,
    ],
  ])('%s is a SerializationException', async (_, operation, body) => {
    const answer = await post(operation, body);
    expect(answer.status).toBe(400);
    expect(answer.headers['x-amzn-errortype']).toBe('SerializationException');
    expect(answer.body).not.toMatch(/\bat .*\.[jt]s/);
  });
});

describe('a body that DRS reads', () => {
  it.each<[what: string, body: string]>([
    ['is empty', ''],
    ['has no members', '{}'],
    ['has a member that DRS does not know', '{"unheard":{"of":1}}'],
    ['has a member that is null', '{"filters":null,"maxResults":null}'],
    ['has a key that every object has', '{"constructor":1,"__proto__":{"maxResults":0}}'],
  ])('%s', async (_, body) => {
    expect((await post('DescribeJobs', body)).status).toBe(200);
  });

  it('is refused for a value outside an enum', async () => {
    const body = `{"recoveryInstanceID":"${INSTANCE}","internetProtocol":"IPV5"}`;
    const answer = await post('UpdateFailbackReplicationConfiguration', body);
    expect(answer.headers['x-amzn-errortype']).toBe('ValidationException');
    expect(answer.body).toContain('Member must satisfy enum value set: [IPV4, IPV6]');
  });

  it.skipIf(!isSimulated)('initialises the service, with a body or without one', async () => {
    expect(await target.drs.send(new InitializeServiceCommand({}))).toMatchObject({
      $metadata: { httpStatusCode: 204 },
    });
    const answer = await sendRaw(target.drs, { path: '/InitializeService' });
    expect(answer).toMatchObject({ status: 204, body: '' });
  });
});

describe('content types', () => {
  it.each<[type: string, status: number, error: string | undefined]>([
    ['application/json', 200, undefined],
    ['application/json; charset=utf-8', 200, undefined],
    ['APPLICATION/JSON', 200, undefined],
    ['application/x-amz-json-1.1', 415, 'UnsupportedMediaTypeException'],
    ['text/plain', 415, 'UnsupportedMediaTypeException'],
    ['application/jsonp', 415, 'UnsupportedMediaTypeException'],
  ])('%s is answered with %i', async (type, status, error) => {
    const answer = await post('DescribeJobs', '{}', { 'content-type': type });
    expect(answer.status).toBe(status);
    expect(answer.headers['x-amzn-errortype']).toBe(error);
  });

  it.each([
    ['*/*', 200],
    ['application/json', 200],
    ['text/html, application/*;q=0.8', 200],
    ['text/html', 406],
  ])('a caller that accepts %s gets %i', async (accept, status) => {
    const headers = { ...JSON_TYPE, accept };
    expect((await post('DescribeJobs', '{}', headers)).status).toBe(status);
  });
});

describe('an address', () => {
  it.each<[method: string, path: string]>([
    ['POST', '/LaunchEverything'],
    ['POST', '/'],
    ['POST', '/constructor'],
    ['GET', '/DescribeJobs'],
    ['POST', '/DescribeJobs/more'],
    ['PUT', '/tags/arn%3Aaws%3Adrs'],
    ['GET', '/tags'],
    ['POST', '/describejobs'],
  ])('%s %s is an unknown operation', async (method, path) => {
    const answer = await sendRaw(target.drs, { method, path, headers: JSON_TYPE });
    expect(answer.status).toBe(404);
    expect(answer.headers['x-amzn-errortype']).toBe('UnknownOperationException');
  });

  it.skipIf(!isSimulated)('that is not simulated says so, whatever it is sent', async () => {
    for (const operation of ['DescribeRecoverySnapshots', 'StopReplication', 'PutLaunchAction']) {
      const answer = await post(operation, 'anything');
      expect(answer.status).toBe(501);
      expect(answer.headers['x-amzn-errortype']).toBe('NotSimulatedException');
      expect(answer.body).toContain(`${operation} is not simulated`);
    }
    const path = '/ListStagingAccounts';
    expect((await sendRaw(target.drs, { method: 'GET', path })).status).toBe(501);
  });

  it('of tags is read before it is decoded, and refused when it is not encoded well', async () => {
    const answer = await sendRaw(target.drs, { method: 'GET', path: '/tags/%zz' });
    expect(answer).toMatchObject({ status: 400 });
    const missing = await sendRaw(target.drs, {
      method: 'DELETE',
      path: '/tags/arn%3Aaws%3Adrs%3Aeu-west-1%3A000000000000%3Ajob%2Fx',
    });
    expect(missing.body).toContain("Value at '/tagKeys' failed to satisfy constraint");
  });
});

describe('an answer', () => {
  it('names its type, its request and its time', async () => {
    const { headers, body } = await post('DescribeJobs', '{}');
    expect(headers['content-type']).toBe('application/json');
    expect(headers['x-amzn-requestid']).toMatch(/^[0-9a-f-]{36}$/);
    expect(Math.abs(Date.parse(headers.date ?? '') - Date.now())).toBeLessThan(60_000);
    expect(body).not.toContain('null');
  });

  it('that is an error has its shape in the header and its message in the body', async () => {
    const refused = target.drs.send(new DescribeJobsCommand({ maxResults: 0 }));
    await expect(refused).rejects.toMatchObject({
      name: 'ValidationException',
      $fault: 'client',
      $metadata: { httpStatusCode: 400, requestId: expect.stringMatching(/^[0-9a-f-]{36}$/) },
    });
    const { headers, body } = await post('DescribeJobs', '{"maxResults":0}');
    expect(headers['x-amzn-errortype']).toBe('ValidationException');
    expect(Object.keys(JSON.parse(body))).toEqual(['message', 'reason', 'fieldList']);
  });

  it('to what is too large is 413', async () => {
    const answer = await post('DescribeJobs', `{"x":"${'x'.repeat(6_000_000)}"}`);
    expect(answer.status).toBe(413);
  });
});
