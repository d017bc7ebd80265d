/** Why AWS refused a call: for now, because of who asks, or because of what is asked. */
export type Refusal = 'throttled' | 'credentials' | 'permission';

/**
 * The names with which services of AWS throttle, whatever the status: STS does so with 400.
 * https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html
 */
const THROTTLED = new Set([
  'RequestLimitExceeded',
  'RequestThrottled',
  'RequestThrottledException',
  'SlowDown',
  'ThrottledException',
  'Throttling',
  'ThrottlingException',
  'TooManyRequestsException',
]);

/**
 * The names of errors about the credentials or the signature themselves, as DRS and STS write them.
 * https://docs.aws.amazon.com/STS/latest/APIReference/CommonErrors.html
 */
const CREDENTIALS = new Set([
  'ExpiredToken',
  'ExpiredTokenException',
  'IncompleteSignature',
  'IncompleteSignatureException',
  'InvalidClientTokenId',
  'InvalidSignatureException',
  'MissingAuthenticationToken',
  'MissingAuthenticationTokenException',
  'RequestExpired',
  'SignatureDoesNotMatch',
  'UnrecognizedClientException',
]);

const PERMISSION = new Set(['AccessDenied', 'AccessDeniedException', 'NotAuthorized']);

/** Why AWS refused, by the name of its error; undefined when it did not, or for another reason. */
export function refusalOf(error: unknown): Refusal | undefined {
  const { name, $metadata } = (error ?? {}) as {
    name?: unknown;
    $metadata?: { httpStatusCode?: number };
  };
  if ($metadata?.httpStatusCode === 429 || THROTTLED.has(String(name))) return 'throttled';
  if (CREDENTIALS.has(String(name))) return 'credentials';
  return PERMISSION.has(String(name)) ? 'permission' : undefined;
}

/**
 * The action that is not allowed and to whom, as a message of AWS names them.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
 */
export function deniedIn(message: string): { action?: string; principal?: string } {
  const { action, arn } =
    /User: (?<arn>\S+) is not authorized to perform: (?<action>[\w-]+:\w+)/.exec(message)?.groups ??
    {};
  if (!action || !arn) return {};
  const [, role] = /:assumed-role\/([^/]+)/.exec(arn) ?? [];
  return { action, principal: role ? `the role ${role}` : arn };
}
