import { DescribeJobsCommand, type DrsClient, TagResourceCommand } from '@aws-sdk/client-drs';
import { describe, expect, it } from 'vitest';
import { REGION, aim, isSimulated } from './target';

const target = aim({ servers: 3 });
const MINUTE = 60_000;
const look = (client: DrsClient) => client.send(new DescribeJobsCommand({}));

/** A client that is wrong about the time by so many minutes. */
const clientAt = (minutes: number, maxAttempts = 1) =>
  target.connect({}, undefined, { systemClockOffset: minutes * MINUTE, maxAttempts });

/** Changes a request after the SDK has signed it. */
function tamper(change: (request: { headers: Record<string, string>; body: string }) => void) {
  const command = new DescribeJobsCommand({});
  command.middlewareStack.add(
    (next) => (given) => {
      change(given.request as { headers: Record<string, string>; body: string });
      return next(given);
    },
    { step: 'finalizeRequest', priority: 'low', name: 'tamper' },
  );
  return target.drs.send(command);
}

const replaceScope = (from: string, to: string) =>
  tamper(({ headers }) => {
    headers.authorization = headers.authorization?.replace(from, to) ?? '';
  });

describe('a signature', () => {
  it.skipIf(!isSimulated)('is accepted from any key, in any Region, for any path', async () => {
    await expect(look(target.drs)).resolves.toMatchObject({ items: expect.any(Array) });
    for (const region of ['us-east-1', 'ap-southeast-2', 'us-gov-west-1']) {
      await expect(look(target.connect({ accessKeyId: 'AKIA1' }, region))).resolves.toBeDefined();
    }
    const resourceArn = 'arn:aws:drs:eu-west-1:000000000000:job/a b+c&d=e%20ü';
    const command = new TagResourceCommand({ resourceArn, tags: { "a'(b)": '*!' } });
    await expect(target.drs.send(command)).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
    });
  });

  it.skipIf(!isSimulated)('with another secret does not match', async () => {
    await expect(look(target.connect({ secretAccessKey: 'a guess' }))).rejects.toMatchObject({
      name: 'InvalidSignatureException',
      message: expect.stringContaining('does not match the signature you provided'),
      $metadata: { httpStatusCode: 403 },
    });
  });

  it.each<[what: string, change: Parameters<typeof tamper>[0]]>([
    ['the body', (request) => Object.assign(request, { body: '[]' })],
    ['a signed header', ({ headers }) => Object.assign(headers, { 'x-amz-user-agent': 'other' })],
    ['the signed time', ({ headers }) => Object.assign(headers, { 'x-amz-date': stamp(MINUTE) })],
  ])('does not match when %s was changed on the way', async (_, change) => {
    await expect(tamper(change)).rejects.toMatchObject({ name: 'InvalidSignatureException' });
  });

  it('is good for a quarter of an hour, before and after', async () => {
    await expect(look(clientAt(-14))).resolves.toBeDefined();
    await expect(look(clientAt(14))).resolves.toBeDefined();
    await expect(look(clientAt(-16))).rejects.toMatchObject({
      name: 'InvalidSignatureException',
      message: expect.stringMatching(/^Signature expired: \d{8}T\d{6}Z is now earlier than \d{8}T/),
    });
    await expect(look(clientAt(16))).rejects.toMatchObject({
      name: 'InvalidSignatureException',
      message: expect.stringMatching(
        /^Signature not yet current: \d{8}T\d{6}Z is still later than/,
      ),
    });
  });

  it('of a wrong clock is put right by the SDK, from the Date of the refusal', async () => {
    await expect(look(clientAt(-600, 3))).resolves.toBeDefined();
  });

  it.each<[what: string, from: string, to: string, message: RegExp]>([
    ['another service', '/drs/', '/mgn/', /scoped to correct service: 'drs'/],
    ['no Region', `/${REGION}/`, '/mars/', /scoped to a valid Region, not 'mars'/],
    ['another day', `/${stamp(0).slice(0, 8)}/`, '/20200101/', /Date in Credential scope/],
    ['no terminator', '/aws4_request', '/aws5_request', /valid terminator: 'aws4_request'/],
    ['no signed host', 'host;', '', /'Host' or ':authority' must be a 'SignedHeader'/],
  ])('scoped to %s is refused', async (_, from, to, message) => {
    await expect(replaceScope(from, to)).rejects.toMatchObject({
      name: 'InvalidSignatureException',
      message: expect.stringMatching(message),
    });
  });

  it.each<[part: string, value: RegExp]>([
    ['Credential', /Credential=[^,]+/],
    ['Signature', /Signature=.+/],
    ['SignedHeaders', /SignedHeaders=[^,]+/],
  ])('without its %s is incomplete', async (part, value) => {
    const broken = tamper(({ headers }) => {
      headers.authorization = headers.authorization?.replace(value, 'Nothing=x') ?? '';
    });
    await expect(broken).rejects.toMatchObject({
      name: 'IncompleteSignatureException',
      message: expect.stringContaining(`requires '${part}' parameter`),
      $metadata: { httpStatusCode: 400 },
    });
  });

  it('that is not there at all is missing', async () => {
    const unsigned = tamper(({ headers }) => delete headers.authorization);
    await expect(unsigned).rejects.toMatchObject({
      name: 'MissingAuthenticationTokenException',
      $metadata: { httpStatusCode: 403 },
    });
  });

  it.skipIf(!isSimulated)(
    'of an unknown temporary key, or with a token of nobody, is not recognised',
    async () => {
      const unknown = { accessKeyId: 'ASIA0123456789ABCDEF', sessionToken: 'token' };
      const permanent = { accessKeyId: 'HOMEWARDTEST', sessionToken: 'token' };
      for (const credentials of [unknown, permanent]) {
        await expect(look(target.connect(credentials))).rejects.toMatchObject({
          name: 'UnrecognizedClientException',
          message: 'The security token included in the request is invalid.',
          $metadata: { httpStatusCode: 403 },
        });
      }
    },
  );

  it.skipIf(!isSimulated)('is checked before anything else is', async () => {
    const wrong = target.connect({ secretAccessKey: 'a guess', accessKeyId: 'UNINITIALIZED' });
    await expect(wrong.send(new DescribeJobsCommand({ maxResults: 0 }))).rejects.toMatchObject({
      name: 'InvalidSignatureException',
    });
  });
});

/** A time as SigV4 writes it, so many milliseconds from now. */
function stamp(later: number): string {
  return new Date(Date.now() + later).toISOString().replaceAll(/[-:]|\.\d+/g, '');
}
