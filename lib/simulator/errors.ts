/** An answer that is an error: status, shape name and the members of its body. */
export class AwsError extends Error {
  constructor(
    readonly status: number,
    readonly type: string,
    message: string,
    readonly members: Record<string, unknown> = {},
    readonly headers: Record<string, string> = {},
  ) {
    super(message);
  }
}

export function validation(
  reason: 'unknownOperation' | 'cannotParse' | 'fieldValidationFailed' | 'other',
  message: string,
  fieldList?: { name: string; message: string }[],
) {
  return new AwsError(400, 'ValidationException', message, {
    reason,
    ...(fieldList ? { fieldList } : {}),
  });
}

export function conflict(message: string, resourceId?: string, resourceType = 'recovery-instance') {
  const resource = resourceId ? { resourceId, resourceType } : {};
  return new AwsError(409, 'ConflictException', message, resource);
}

/** DRS quotas answer 402. https://docs.aws.amazon.com/general/latest/gr/drs.html */
export function quotaExceeded(quotaCode: string, message: string) {
  return new AwsError(402, 'ServiceQuotaExceededException', message, {
    serviceCode: 'drs',
    quotaCode,
    resourceType: 'job',
  });
}

export function throttling(retryAfterSeconds?: number) {
  const headers: Record<string, string> =
    retryAfterSeconds === undefined ? {} : { 'Retry-After': String(retryAfterSeconds) };
  return new AwsError(429, 'ThrottlingException', 'Rate exceeded', { serviceCode: 'drs' }, headers);
}

export function internalError(retryAfterSeconds?: number) {
  const headers: Record<string, string> =
    retryAfterSeconds === undefined ? {} : { 'Retry-After': String(retryAfterSeconds) };
  return new AwsError(500, 'InternalServerException', 'Internal server error', {}, headers);
}

/** The one error of everything that DRS does and the simulator does not. No AWS service has it. */
export function notSimulated(what: string) {
  const message = `${what} is not simulated; lib/simulator/DIFFERENCES.md lists what is.`;
  return new AwsError(501, 'NotSimulatedException', message);
}

export function uninitialized() {
  return new AwsError(400, 'UninitializedAccountException', 'Account not initialized');
}

export function notFound(message: string, resourceId: string, resourceType: string) {
  return new AwsError(404, 'ResourceNotFoundException', message, { resourceId, resourceType });
}
