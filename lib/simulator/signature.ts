import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { DrsError } from './errors';

const LARGEST_SKEW = 15 * 60_000;

export interface SignedRequest {
  method: string;
  /** As it came over the wire, still percent-encoded. */
  rawPath: string;
  rawQuery: string;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

export interface Caller {
  accessKeyID: string;
  region: string;
}

/** What is known of an access key. */
export interface KnownCredentials {
  secretAccessKey: string;
  /** Temporary credentials are good with their token only, and for a time. */
  sessionToken?: string;
  hasExpired?: boolean;
}

interface Expectation {
  service: 'drs' | 'sts';
  now: Date;
  credentialsOf: (accessKeyID: string) => KnownCredentials | undefined;
}

/**
 * Verifies AWS Signature Version 4 and says who calls, for which Region. Throws the errors of AWS.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 */
export function verifySignature(
  request: SignedRequest,
  { service: expected, now, credentialsOf }: Expectation,
): Caller {
  const authorization = request.headers.authorization;
  if (!authorization) {
    throw denied('MissingAuthenticationTokenException', 'Missing Authentication Token');
  }
  const parts = authorization.match(
    /^AWS4-HMAC-SHA256\s+Credential=([^/,\s]+)\/(\d{8})\/([^/,]+)\/([^/,]+)\/aws4_request\s*,\s*SignedHeaders=([^,\s]+)\s*,\s*Signature=([0-9a-f]{64})$/,
  );
  const timestamp = String(request.headers['x-amz-date'] ?? '');
  if (!parts || !/^\d{8}T\d{6}Z$/.test(timestamp)) {
    throw denied('IncompleteSignatureException', 'The Authorization header is not complete.');
  }
  const [accessKeyID = '', day = '', region = '', service = '', signed = '', signature = ''] =
    parts.slice(1);
  if (service !== expected) {
    throw invalid(`Credential should be scoped to correct service: '${expected}'.`);
  }
  if (day !== timestamp.slice(0, 8)) {
    throw invalid(
      'Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP',
    );
  }
  checkAge(timestamp, now);
  const { secretAccessKey } = checkToken(request, credentialsOf(accessKeyID));
  const scope = `${day}/${region}/${service}/aws4_request`;
  const canonical = canonicalRequest(request, signed.split(';'));
  const toSign = ['AWS4-HMAC-SHA256', timestamp, scope, sha256(canonical)].join('\n');
  const key = [day, region, service, 'aws4_request'].reduce<Buffer>(
    (secret, part) => hmac(secret, part),
    Buffer.from(`AWS4${secretAccessKey}`),
  );
  if (!timingSafeEqual(hmac(key, toSign), Buffer.from(signature, 'hex'))) {
    throw invalid(
      'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.',
    );
  }
  return { accessKeyID, region };
}

function checkToken({ headers }: SignedRequest, known: KnownCredentials | undefined) {
  if (!known || headers['x-amz-security-token'] !== known.sessionToken) {
    throw denied(
      'UnrecognizedClientException',
      'The security token included in the request is invalid.',
    );
  }
  if (known.hasExpired) {
    throw denied('ExpiredTokenException', 'The security token included in the request is expired');
  }
  return known;
}

function canonicalRequest(request: SignedRequest, signedHeaders: string[]): string {
  const headers = signedHeaders.map((name) => {
    const value = request.headers[name];
    const text = Array.isArray(value) ? value.join(',') : (value ?? '');
    return `${name}:${text.trim().replaceAll(/\s+/g, ' ')}\n`;
  });
  return [
    request.method,
    // Clients sign the path encoded once more than they send it.
    request.rawPath.split('/').map(encode).join('/'),
    canonicalQuery(request.rawQuery),
    headers.join(''),
    signedHeaders.join(';'),
    // The AWS CLI sends no hash of its body, so the body itself counts.
    sha256(request.body),
  ].join('\n');
}

function canonicalQuery(rawQuery: string): string {
  return [...new URLSearchParams(rawQuery)]
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .toSorted()
    .join('&');
}

function checkAge(timestamp: string, now: Date) {
  const written = Date.parse(
    timestamp.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'),
  );
  const compact = (milliseconds: number) =>
    new Date(milliseconds).toISOString().replaceAll(/[-:]|\.\d+/g, '');
  const oldest = now.getTime() - LARGEST_SKEW;
  const newest = now.getTime() + LARGEST_SKEW;
  if (written < oldest) {
    throw invalid(`Signature expired: ${timestamp} is now earlier than ${compact(oldest)}`);
  }
  if (written > newest) {
    throw invalid(`Signature not yet current: ${timestamp} is still later than ${compact(newest)}`);
  }
}

const encode = (text: string) =>
  encodeURIComponent(text).replaceAll(
    /[!'()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest('hex');
const hmac = (key: Buffer, text: string) => createHmac('sha256', key).update(text).digest();
const denied = (type: string, message: string) => new DrsError(403, type, message);
const invalid = (message: string) => denied('InvalidSignatureException', message);
