import { createHmac, timingSafeEqual } from 'node:crypto';
import { AwsError } from '../errors';
import type { WireRequest } from '../http/request';
import { type Authorization, readAuthorization } from './authorization';
import { canonicalRequest, sha256 } from './canonical-request';

const LARGEST_SKEW = 15 * 60_000;

interface Caller {
  accessKeyID: string;
  region: string;
}

/** An access key and what belongs to it. */
export interface KnownCredentials {
  secretAccessKey: string;
  /** Temporary credentials are valid with their token only, and for a time. */
  sessionToken?: string;
  hasExpired?: boolean;
}

interface Expectation {
  service: 'drs' | 'sts';
  now: Date;
  credentialsOf: (accessKeyID: string) => KnownCredentials | undefined;
}

/**
 * Verifies AWS Signature Version 4 and says who calls, for which Region. Throws the errors of AWS:
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-troubleshooting.html
 */
export function verifySignature(
  request: WireRequest,
  { service, now, credentialsOf }: Expectation,
): Caller {
  const authorization = readAuthorization(request.headers);
  checkScope(authorization, service);
  checkAge(authorization.timestamp, now);
  const { accessKeyID, region } = authorization;
  const known = credentialsOf(accessKeyID);
  if (!known) throw unrecognized();
  checkSignature(request, authorization, known.secretAccessKey);
  checkToken(request, known);
  return { accessKeyID, region };
}

/** The caller that a request names, where signatures are not verified. */
export function unverifiedCaller({ headers }: WireRequest): Caller {
  try {
    const { accessKeyID, region } = readAuthorization(headers);
    return { accessKeyID, region };
  } catch {
    return { accessKeyID: 'UNVERIFIED', region: 'us-east-1' };
  }
}

const REGION = /^[a-z]{2,4}(-gov)?(-[a-z]+)+-\d$/;

function checkScope(authorization: Authorization, expected: string) {
  const { day, region, service, terminator, timestamp, signedHeaders } = authorization;
  if (terminator !== 'aws4_request') {
    throw invalid(
      `Credential should be scoped with a valid terminator: 'aws4_request', not '${terminator}'.`,
    );
  }
  if (!REGION.test(region)) {
    throw invalid(`Credential should be scoped to a valid Region, not '${region}'.`);
  }
  if (service !== expected) {
    throw invalid(`Credential should be scoped to correct service: '${expected}'.`);
  }
  if (day !== timestamp.slice(0, 8)) {
    throw invalid(
      `Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '${day}' != '${timestamp.slice(0, 8)}', from '${timestamp}'.`,
    );
  }
  if (!signedHeaders.includes('host')) {
    throw invalid("'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.");
  }
}

function checkAge(timestamp: string, now: Date) {
  const written = Date.parse(
    timestamp.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'),
  );
  const compact = (milliseconds: number) =>
    new Date(milliseconds).toISOString().replaceAll(/[-:]|\.\d+/g, '');
  const oldest = now.getTime() - LARGEST_SKEW;
  const newest = now.getTime() + LARGEST_SKEW;
  // Text that is no date is not current either.
  if (!(written <= newest)) {
    throw invalid(`Signature not yet current: ${timestamp} is still later than ${compact(newest)}`);
  }
  if (written < oldest) {
    throw invalid(`Signature expired: ${timestamp} is now earlier than ${compact(oldest)}`);
  }
}

function checkSignature(request: WireRequest, authorization: Authorization, secret: string) {
  const { day, region, service, timestamp, signedHeaders, signature } = authorization;
  const scope = [day, region, service, 'aws4_request'];
  const canonical = sha256(canonicalRequest(request, signedHeaders));
  const toSign = ['AWS4-HMAC-SHA256', timestamp, scope.join('/'), canonical].join('\n');
  const key = scope.reduce<Buffer>((part, word) => hmac(part, word), Buffer.from(`AWS4${secret}`));
  if (timingSafeEqual(hmac(key, toSign), Buffer.from(signature, 'hex'))) return;
  throw invalid(
    'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.',
  );
}

function checkToken({ headers }: WireRequest, { sessionToken, hasExpired }: KnownCredentials) {
  if (headers['x-amz-security-token'] !== sessionToken) throw unrecognized();
  if (hasExpired) {
    throw denied('ExpiredTokenException', 'The security token included in the request is expired');
  }
}

const unrecognized = () =>
  denied('UnrecognizedClientException', 'The security token included in the request is invalid.');
const hmac = (key: Buffer, text: string) => createHmac('sha256', key).update(text).digest();
const denied = (type: string, message: string) => new AwsError(403, type, message);
const invalid = (message: string) => denied('InvalidSignatureException', message);
