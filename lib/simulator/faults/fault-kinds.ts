/** Every kind of fault and what it does; the ones that commit execute the call first. */
export const FAULT_KINDS = {
  throttle: 'refuses with 429 ThrottlingException, STS with 400 Throttling',
  quota: 'refuses with 402 ServiceQuotaExceededException',
  conflict: 'refuses with 409 ConflictException',
  'access-denied': 'refuses with 403 AccessDeniedException',
  'internal-error': 'refuses with 500 InternalServerException',
  'html-502': 'answers a page of HTML with 502, as a proxy does',
  hang: 'never answers',
  reset: 'breaks the connection',
  slow: 'does it, and answers late',
  truncate: 'does it, and breaks off in the middle of the answer',
  'commit-then-drop': 'does it, and breaks the connection without an answer',
  'commit-then-500': 'does it, and answers 500',
  'commit-then-throttle': 'does it, and answers 429, as when a proxy repeats the call',
  'commit-then-quota': 'does it, and answers 402, as when a proxy repeats the call',
  'commit-then-conflict': 'does it, and answers 409, as when a proxy repeats the call',
  'commit-then-hang': 'does it, and never answers',
  'hidden-job': 'does it, and keeps the new job out of DescribeJobs for a while',
  unguarded: 'launches the servers whatever state they are in, and answers',
} as const;

export type FaultKind = keyof typeof FAULT_KINDS;
