import type { IncomingMessage } from 'node:http';
import { AwsError } from '../errors';

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
      throw new AwsError(413, 'RequestEntityTooLargeException', 'Request too large');
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

/** The operation that a request names, or the empty string: REST-JSON posts to /Operation, except for tags. */
export function operationNameOf({ method, rawPath }: WireRequest): string {
  // The ARN is one percent-encoded segment, so the path is split before it is decoded.
  const [, first = '', second, ...more] = rawPath.split('/');
  if (first === 'tags' && second && more.length === 0) return TAG_OPERATIONS[method] ?? '';
  if (first === 'ListStagingAccounts' && method === 'GET') return first;
  return method === 'POST' && second === undefined && !OF_TAGS.has(first) ? first : '';
}

const OF_TAGS = new Set(Object.values(TAG_OPERATIONS));

/** The members of the input, from body, path and query; their types are not checked yet. */
export function inputOf(operation: string, request: WireRequest): Record<string, unknown> {
  if (!OF_TAGS.has(operation)) return parseBody(request);
  const resourceArn = decode(request.rawPath.split('/')[2] ?? '');
  if (operation === 'TagResource') return { ...parseBody(request), resourceArn };
  const query = new URLSearchParams(request.rawQuery);
  return query.has('tagKeys') ? { resourceArn, tagKeys: query.getAll('tagKeys') } : { resourceArn };
}

/** Refuses a caller that takes no JSON. */
export function checkAccept({ headers: { accept } }: WireRequest) {
  if (!accept || /(^|,)\s*(\*\/\*|application\/(\*|json))\s*(;|,|$)/i.test(accept)) return;
  throw new AwsError(406, 'NotAcceptableException', 'The answer is application/json');
}

function parseBody({ headers, body }: WireRequest): Record<string, unknown> {
  if (body.length === 0) return {};
  const type = headers['content-type'] ?? '';
  if (!/^application\/json\s*(;|$)/i.test(type)) {
    throw new AwsError(
      415,
      'UnsupportedMediaTypeException',
      'The content type must be application/json',
    );
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(body);
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) {
      return parsed as Record<string, unknown>;
    }
  } catch {
    // Both failures, no JSON and no object, are the error below.
  }
  throw new AwsError(400, 'SerializationException', 'The request body is not a JSON object');
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    throw new AwsError(400, 'SerializationException', 'The path is not percent-encoded UTF-8');
  }
}
