import { expect, it } from 'vitest';
import { toDrsProblem } from './errors';

const answered = (httpStatusCode: number, name: string, message = '') => ({
  name,
  message,
  $metadata: { httpStatusCode },
});

it('names the permission that is missing, and for which role', () => {
  const problem = toDrsProblem(
    answered(
      403,
      'AccessDeniedException',
      'User: arn:aws:sts::123456789012:assumed-role/Homeward/homeward-ana is not authorized to perform: drs:StartFailbackLaunch on resource: arn:aws:drs:eu-west-1:123456789012:recovery-instance/i-0123456789abcdef0 because no identity-based policy allows the drs:StartFailbackLaunch action',
    ),
  );
  expect(problem).toMatchObject({
    status: 502,
    code: 'drs-access-denied',
    title: 'AWS does not allow this console to call drs:StartFailbackLaunch',
  });
  expect(problem.detail).toMatch(
    /Ask whoever manages IAM to allow drs:StartFailbackLaunch to the role Homeward\.$/,
  );
});

it('says that a permission is missing when AWS does not name it', () => {
  const problem = toDrsProblem(answered(403, 'AccessDeniedException', 'Error in Authorization'));
  expect(problem).toMatchObject({
    code: 'drs-access-denied',
    title: 'AWS does not allow this console to make this call',
    detail:
      'Error in Authorization. Ask whoever manages IAM to allow this call to the credentials of this console.',
  });
});

it.each([
  'UnrecognizedClientException',
  'InvalidSignatureException',
  'ExpiredTokenException',
  'MissingAuthenticationTokenException',
])('says that the credentials are refused: %s', (name) => {
  const problem = toDrsProblem(answered(403, name, 'The security token is invalid.'));
  expect(problem).toMatchObject({
    status: 502,
    code: 'credentials-refused',
    title: 'AWS refused the credentials of this console',
    errorName: name,
  });
  expect(problem.detail).toMatch(/^The security token is invalid\. Renew/);
});

it('leaves a 403 that AWS does not explain open', () => {
  expect(toDrsProblem(answered(403, 'UnknownError'))).toMatchObject({
    code: 'drs-unreadable-answer',
    title: 'DRS refused the request (403)',
  });
});

it.each([
  [429, 'UnknownError'],
  [400, 'ThrottledException'],
  [400, 'RequestLimitExceeded'],
])('knows throttling by its status or its name: %s %s', (status, name) => {
  expect(toDrsProblem(answered(status, name))).toMatchObject({
    status: 429,
    code: 'drs-throttling',
  });
});
