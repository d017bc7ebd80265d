import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Problem } from '@/lib/contract/problem';
import type { FleetSnapshot } from '@/lib/contract/recovery-instance';
import { GET as getFleet } from '../recovery-instances/route';
// The simulator stands for DRS and STS; the console itself never imports it.
import { startSimulator } from '../../../lib/simulator/server';
import { ask, openTargets } from './fixture';

let opened: Awaited<ReturnType<typeof openTargets>>;

beforeEach(async () => {
  opened = await openTargets(
    await startSimulator({ port: 0, speed: 0, servers: 5 }),
    (simulatorURL) => `targets:
  - name: production
    region: eu-west-1
    roleArn: arn:aws:iam::111122223333:role/Homeward
    externalId: failback-2026
    simulator: ${simulatorURL}
  - name: branch office
    region: eu-west-1
    roleArn: arn:aws:iam::444455556666:role/Homeward
    simulator: ${simulatorURL}
  - name: elsewhere
    region: eu-west-1
    roleArn: arn:aws:iam::777788889999:role/denied
    simulator: ${simulatorURL}
`,
    { HOMEWARD_OPERATOR: 'Ana Ortiz' },
  );
});
afterEach(() => opened.close());

const fleetOf = <Answer>(target: string) =>
  ask<Answer>(getFleet, `/api/recovery-instances?target=${encodeURIComponent(target)}`);

it('reads each account by its own role', async () => {
  const one = await fleetOf<FleetSnapshot>('production');
  const other = await fleetOf<FleetSnapshot>('branch office');
  const accountOf = ({ body }: typeof one) => body.recoveryInstances[0]?.arn?.split(':')[4];
  expect(accountOf(one)).toBe('111122223333');
  expect(accountOf(other)).toBe('444455556666');
});

it('names the session after the operator and sends the external id of the target', async () => {
  await fleetOf('production');
  const answer = await fetch(`${opened.simulatorURL}/_simulator/sessions`);
  const { sessions } = (await answer.json()) as { sessions: Record<string, unknown>[] };
  expect(sessions).toMatchObject([
    { roleSessionName: 'homeward-Ana-Ortiz', externalID: 'failback-2026' },
  ]);
});

it('says that a role was refused, and hides no other target', async () => {
  const refused = await fleetOf<Problem>('elsewhere');
  expect(refused.status).toBe(502);
  expect(refused.body.code).toBe('drs-access-denied');
  expect(refused.body.detail).toMatch(/role\/denied could not be assumed/);
  expect((await fleetOf('production')).status).toBe(200);
});
