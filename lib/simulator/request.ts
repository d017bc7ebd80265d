import type { IncomingMessage } from 'node:http';
import { DrsError } from './errors';

const LARGEST_BODY = 5_000_000;

export interface WireRequest {
  method: string;
  rawPath: string;
  rawQuery: string;
  headers: IncomingMessage['headers'];
  body: Buffer;
}

export async function readRequest(message: IncomingMessage): Promise<WireRequest> {
  const [rawPath = '/', rawQuery = ''] = (message.url ?? '/').split('?', 2);
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of message as AsyncIterable<Buffer>) {
    size += chunk.byteLength;
    if (size > LARGEST_BODY) {
      throw new DrsError(413, 'RequestEntityTooLargeException', 'Request too large');
    }
    chunks.push(chunk);
  }
  return {
    method: message.method ?? 'GET',
    rawPath,
    rawQuery,
    headers: message.headers,
    body: Buffer.concat(chunks),
  };
}

const TAG_OPERATIONS: Record<string, string> = {
  GET: 'ListTagsForResource',
  POST: 'TagResource',
  DELETE: 'UntagResource',
};

/** The operation a request names and its input: REST-JSON posts to /Operation, except for tags. */
export function parseOperation(request: WireRequest): {
  name: string;
  input: () => Record<string, unknown>;
} {
  // The ARN is one percent-encoded segment, so the path is split before it is decoded.
  const [, first = '', arn] = request.rawPath.split('/');
  if (first === 'tags' && arn !== undefined && TAG_OPERATIONS[request.method]) {
    const name = TAG_OPERATIONS[request.method] ?? '';
    return {
      name,
      input: () => ({
        ...(name === 'TagResource' ? parseBody(request) : {}),
        ...(name === 'UntagResource'
          ? { tagKeys: new URLSearchParams(request.rawQuery).getAll('tagKeys') }
          : {}),
        resourceArn: decodeURIComponent(arn),
      }),
    };
  }
  return { name: request.method === 'POST' ? first : '', input: () => parseBody(request) };
}

function parseBody({ headers, body }: WireRequest): Record<string, unknown> {
  if (body.length === 0) return {};
  const type = headers['content-type'] ?? '';
  if (!/^application\/json\s*(;|$)/i.test(type)) {
    throw new DrsError(
      415,
      'UnsupportedMediaTypeException',
      'The content type must be application/json',
    );
  }
  try {
    const parsed: unknown = JSON.parse(body.toString('utf8'));
    if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) {
      return parsed as Record<string, unknown>;
    }
  } catch {
    // Told below: what cannot be parsed and what is not an object are the same error.
  }
  throw new DrsError(400, 'SerializationException', 'The request body is not a JSON object');
}
