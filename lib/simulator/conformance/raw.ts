import { DescribeJobsCommand, type DrsClient } from '@aws-sdk/client-drs';

interface RawRequest {
  method?: string;
  path: string;
  query?: Record<string, string | string[]>;
  body?: string | Uint8Array;
  headers?: Record<string, string>;
}

export interface RawAnswer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

class Caught extends Error {
  constructor(readonly answer: RawAnswer) {
    super('caught');
  }
}

/** Sends what no client would send, signed by the SDK all the same, and gives what came back over the wire. */
export async function sendRaw(
  client: DrsClient,
  { method = 'POST', path, query = {}, body = '', headers = {} }: RawRequest,
): Promise<RawAnswer> {
  const command = new DescribeJobsCommand({});
  command.middlewareStack.add(
    (next) => (given) => {
      const request = given.request as Record<string, unknown>;
      const length = String(typeof body === 'string' ? Buffer.byteLength(body) : body.length);
      const { host = '' } = request.headers as Record<string, string>;
      Object.assign(request, { method, path, query, body });
      request.headers = {
        host,
        ...headers,
        ...(length === '0' ? {} : { 'content-length': length }),
      };
      return next(given);
    },
    { step: 'build', priority: 'low', name: 'sendAsItIs' },
  );
  command.middlewareStack.add(
    (next) => async (given) => {
      const { response } = await next(given);
      const received = response as {
        statusCode: number;
        headers: Record<string, string>;
        body: AsyncIterable<Buffer>;
      };
      const chunks: Buffer[] = [];
      for await (const chunk of received.body) chunks.push(chunk);
      const text = Buffer.concat(chunks).toString('utf8');
      throw new Caught({ status: received.statusCode, headers: received.headers, body: text });
    },
    { step: 'deserialize', priority: 'low', name: 'catchAsItIs' },
  );
  try {
    await client.send(command);
  } catch (error) {
    if (error instanceof Caught) return error.answer;
    throw error;
  }
  throw new Error('Nothing came back.');
}
