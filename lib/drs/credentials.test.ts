import { expect, it } from 'vitest';
import { toDrsProblem, hadNoEffect } from './errors';
import { RoleError, sessionName } from './credentials';

it.each([
  ['Local operator', 'homeward-Local-operator'],
  ['ana.ortiz@example.com', 'homeward-ana.ortiz@example.com'],
  ['运维', 'homeward'],
  ['x'.repeat(100), `homeward-${'x'.repeat(55)}`],
])('names the session of %s %s', (operator, name) => {
  expect(sessionName(operator)).toBe(name);
});

const role = 'arn:aws:iam::123456789012:role/Homeward';

it('tells a role that AWS refuses from one that could not be asked for', () => {
  const refused = new RoleError(role, {
    message: 'not authorized to perform: sts:AssumeRole',
    $metadata: { httpStatusCode: 403 },
  });
  expect(toDrsProblem(refused)).toMatchObject({ status: 502, code: 'drs-access-denied' });
  expect(toDrsProblem(refused).detail).toMatch(/role\/Homeward.*not authorized/);

  const unreachable = new RoleError(role, { message: 'connect ECONNREFUSED' });
  expect(toDrsProblem(unreachable)).toMatchObject({ status: 502, code: 'credentials-unavailable' });
});

it('knows that without credentials nothing was sent, whatever became of asking for them', () => {
  expect(hadNoEffect(new RoleError(role, { $metadata: { httpStatusCode: 503 } }))).toBe(true);
  expect(hadNoEffect(new RoleError(role, { name: 'TimeoutError' }))).toBe(true);
});
