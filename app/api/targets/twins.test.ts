import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ReadyHealth } from '@/lib/contract/health';
import type { FailbackLaunchPreview } from '@/lib/contract/failback-launch-preview';
import type { Problem } from '@/lib/contract/problem';
import type { FleetSnapshot } from '@/lib/contract/recovery-instance';
import { POST as postLaunch } from '../failback-launches/route';
import { POST as postPreview } from '../failback-launches/preview/route';
import { GET as getHealth } from '../health/ready/route';
import { GET as getFleet } from '../recovery-instances/route';
// The simulator stands for DRS and STS; the console itself never imports it.
import { startSimulator } from '../../../lib/simulator/server';
import { ask, openTargets } from './fixture';

/** The account that the simulator gives to the access key of these tests. */
const account = { id: '' };
let opened: Awaited<ReturnType<typeof openTargets>>;

const open = async (accountID: string) =>
  openTargets(
    await startSimulator({ port: 0, speed: 0, servers: 20 }),
    (simulatorURL) => `targets:
  - { name: production, region: eu-west-1, simulator: '${simulatorURL}' }
  - name: by role
    region: eu-west-1
    roleArn: arn:aws:iam::${accountID}:role/Homeward
    simulator: ${simulatorURL}
`,
  );
const fleetOf = async (target: string) => {
  const address = `/api/recovery-instances?target=${encodeURIComponent(target)}`;
  return (await ask<FleetSnapshot>(getFleet, address)).body.recoveryInstances;
};

beforeEach(async () => {
  opened = await open('111122223333');
  account.id = (await fleetOf('production'))[0]?.arn?.split(':')[4] ?? '';
});
afterEach(() => opened.close());

async function post<Answer>(handler: typeof postLaunch, target: string) {
  const ready = (await fleetOf(target)).find(({ readiness }) => readiness.verdict === 'ready');
  const request = new Request('http://127.0.0.1:3000/api/failback-launches', {
    method: 'POST',
    body: JSON.stringify({ target, recoveryInstanceIDs: [ready?.recoveryInstanceID], tags: {} }),
    headers: {
      Host: '127.0.0.1:3000',
      Origin: 'http://127.0.0.1:3000',
      'Content-Type': 'application/json',
      'Idempotency-Key': `of ${target}`,
    },
  });
  const response = await handler(request, { params: Promise.resolve({}) });
  return { status: response.status, body: (await response.json()) as Answer };
}

it('launches in both when the accounts differ', async () => {
  for (const target of ['production', 'by role']) {
    expect((await post<Problem>(postLaunch, target)).status).toBe(202);
  }
  const { body } = await ask<ReadyHealth>(getHealth, '/api/health/ready');
  expect(body.targets.map(({ problem }) => problem)).toEqual([null, null]);
});

it('launches in neither when the role is one of the console’s own account', async () => {
  await opened.close();
  opened = await open(account.id);
  for (const target of ['production', 'by role']) {
    const preview = await post<FailbackLaunchPreview>(postPreview, target);
    expect(preview.body.problem).toMatchObject({ code: 'target-twice' });
    const refused = await post<Problem>(postLaunch, target);
    expect(refused.body).toMatchObject({
      status: 409,
      code: 'target-twice',
      detail: expect.stringContaining(`account ${account.id} in eu-west-1`),
    });
  }
  const { status, body } = await ask<ReadyHealth>(getHealth, '/api/health/ready');
  expect(status).toBe(503);
  expect(body.targets).toMatchObject([
    { problem: { code: 'target-twice' } },
    { problem: { code: 'target-twice' } },
  ]);
});
