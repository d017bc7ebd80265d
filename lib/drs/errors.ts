import type { Problem } from '@/lib/contract/problem';
import { describeProblem, problemIn } from '@/lib/contract/problem-error';
import { isOfProvider, withoutCredentials } from './credentials-errors';
import { present } from './present';
import { type Refusal, deniedIn, refusalOf } from './refusals';

/** The members that an error of the SDK may have. Each is checked before it is used. */
interface SDKError {
  name?: unknown;
  message?: unknown;
  code?: unknown;
  errno?: unknown;
  $metadata?: { httpStatusCode?: number; requestId?: string };
  retryAfterSeconds?: unknown;
  cause?: unknown;
  resourceId?: string;
  resourceType?: string;
  quotaCode?: string;
}

interface Meaning {
  status: number;
  code: string;
  title: string;
}

/** The errors that DRS declares, with the statuses they keep on the way through. */
const DECLARED: Record<string, Meaning> = {
  ConflictException: { status: 409, code: 'drs-conflict', title: 'DRS reports a conflict' },
  ServiceQuotaExceededException: {
    status: 402,
    code: 'drs-quota-exceeded',
    title: 'A DRS quota is reached',
  },
  ThrottlingException: { status: 429, code: 'drs-throttling', title: 'DRS is throttling' },
  ValidationException: {
    status: 400,
    code: 'drs-validation',
    title: 'DRS refused the request as invalid',
  },
  UninitializedAccountException: {
    status: 400,
    code: 'drs-uninitialized-account',
    title: 'DRS is not initialized in this account and Region',
  },
  ResourceNotFoundException: {
    status: 404,
    code: 'drs-not-found',
    title: 'DRS does not know this resource',
  },
  InternalServerException: {
    status: 500,
    code: 'drs-internal-error',
    title: 'DRS failed internally',
  },
};

const REFUSED: Record<Exclude<Refusal, 'permission'>, Meaning> = {
  throttled: { status: 429, code: 'drs-throttling', title: 'AWS is throttling' },
  credentials: {
    status: 502,
    code: 'credentials-refused',
    title: 'AWS refused the credentials of this console',
  },
};
const NO_CREDENTIALS: Meaning = {
  status: 502,
  code: 'credentials-unavailable',
  title: 'There are no credentials for this target',
};
const TIMED_OUT: Meaning = {
  status: 504,
  code: 'drs-timeout',
  title: 'DRS did not answer in time',
};
const UNREACHABLE: Meaning = {
  status: 502,
  code: 'drs-unreachable',
  title: 'DRS cannot be reached',
};
const UNREADABLE: Meaning = {
  status: 502,
  code: 'drs-unreadable-answer',
  title: 'The answer of DRS could not be read',
};

/** The connection was never made, so nothing was sent. */
const NEVER_CONNECTED = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH']);

/** Turns anything that a call to DRS may throw into a problem document; never a stack, never a secret. */
export function toDrsProblem(thrown: unknown): Problem {
  const carried = problemIn(thrown);
  if (carried) return carried;
  const error = asSDKError(thrown);
  const meaning = meaningOf(error);
  const retryAfterSeconds = Number(error.retryAfterSeconds);
  return describeProblem({
    ...meaning,
    detail: detailOf(meaning, error),
    ...present({
      errorName: hasAnswer(error) && typeof error.name === 'string' ? error.name : undefined,
      requestID: error.$metadata?.requestId,
      retryAfterSeconds: retryAfterSeconds > 0 ? retryAfterSeconds : undefined,
      resourceId: error.resourceId,
      resourceType: error.resourceType,
      quotaCode: error.quotaCode,
    }),
  });
}

/**
 * Whether a failed call has certainly had no effect: DRS refused it, or it never left this machine.
 * A conflict is not certain by itself, and neither are timeouts, resets and 5xx: the effect may have come first.
 */
export function hadNoEffect(thrown: unknown): boolean {
  const error = asSDKError(thrown);
  const status = error.$metadata?.httpStatusCode;
  // 408 comes from something on the way that did not see the whole call; it may have passed on what it saw.
  if (status !== undefined) return status >= 400 && status < 500 && ![408, 409].includes(status);
  return isCredentialsError(error) || NEVER_CONNECTED.has(String(error.code));
}

function meaningOf(error: SDKError): Meaning {
  const declared = DECLARED[String(error.name)];
  if (declared) return declared;
  const refusal = refusalOf(error.name === 'RoleError' ? error.cause : error);
  if (refusal === 'permission') return deniedMeaning(textOf(error.message));
  if (refusal) return REFUSED[refusal];
  if (isCredentialsError(error)) return NO_CREDENTIALS;
  const status = error.$metadata?.httpStatusCode;
  if (status !== undefined && status >= 400 && status < 500) {
    return { ...UNREADABLE, title: `DRS refused the request (${status})` };
  }
  if (status !== undefined) return { ...UNREACHABLE, title: `DRS answered ${status}` };
  if (['TimeoutError', 'AbortError'].includes(String(error.name))) {
    // The SDK also names a reset connection TimeoutError; its code tells them apart.
    return error.code === 'ECONNRESET' ? UNREACHABLE : TIMED_OUT;
  }
  // A gateway's HTML page: the SDK fails to parse it and forgets the status.
  if (error.name === 'SyntaxError' || error.name === 'RepeatedTokenError') return UNREADABLE;
  return UNREACHABLE;
}

function deniedMeaning(message: string): Meaning {
  const { action } = deniedIn(message);
  const title = action
    ? `AWS does not allow this console to call ${action}`
    : 'AWS does not allow this console to make this call';
  return { status: 502, code: 'drs-access-denied', title };
}

function detailOf(meaning: Meaning, error: SDKError): string {
  const message = textOf(error.message);
  switch (meaning.code) {
    case 'drs-timeout':
      return 'DRS gave no answer within the time allowed.';
    case 'drs-unreadable-answer':
      return hasAnswer(error) && message
        ? message
        : 'Something between Homeward and DRS answered in a form that is not that of DRS.';
    case 'drs-unreachable':
      return error.code
        ? `The connection to DRS failed (${String(error.code)}).`
        : 'The connection to DRS failed.';
    case 'credentials-unavailable':
      return isOfProvider(error) ? withoutCredentials : message;
    case 'credentials-refused':
      return `${asSentence(message)}Renew or replace the credentials, and check the clock of this machine.`;
    case 'drs-access-denied': {
      const { action = 'this call', principal = 'the credentials of this console' } =
        deniedIn(message);
      return `${asSentence(message)}Ask whoever manages IAM to allow ${action} to ${principal}.`;
    }
    default:
      return message || meaning.title;
  }
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : '');

/** A message of AWS as the beginning of a paragraph. */
const asSentence = (message: string) => (message ? `${message.replace(/\.?$/, '.')} ` : '');

const hasAnswer = (error: SDKError) => error.$metadata?.httpStatusCode !== undefined;

const isCredentialsError = (error: SDKError) =>
  isOfProvider(error) || ['RoleError', 'CredentialsTimeoutError'].includes(String(error.name));

function asSDKError(thrown: unknown): SDKError {
  return typeof thrown === 'object' && thrown !== null ? thrown : {};
}
