import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ReadyHealth } from '@/lib/contract/health';
import type { Problem } from '@/lib/contract/problem';
import type { FleetSnapshot } from '@/lib/contract/recovery-instance';
import type { Targets } from '@/lib/contract/target';
import { services } from '@/lib/services';
import { holderOfRecoveryInstance } from '@/lib/targets/holder';
import { GET as getHealth } from '../health/ready/route';
import { GET as getFleet } from '../recovery-instances/route';
// The simulator stands for DRS and STS; the console itself never imports it.
import { startSimulator } from '../../../lib/simulator/server';
import { ask, openTargets } from './fixture';
import { GET as getTargets } from './route';

let opened: Awaited<ReturnType<typeof openTargets>>;

beforeEach(async () => {
  opened = await openTargets(
    await startSimulator({ port: 0, speed: 0, servers: 5 }),
    (simulatorURL) => `targets:
  - name: production
    region: eu-west-1
    simulator: ${simulatorURL}
  - name: branch office
    region: eu-central-1
    simulator: ${simulatorURL}
`,
  );
});
afterEach(() => opened.close());

const breakRegion = (region: string, kind = 'internal-error') =>
  fetch(`${opened.simulatorURL}/_simulator/faults`, {
    method: 'POST',
    body: JSON.stringify({ operation: '*', kind, count: 1000, region }),
  });

it('lists the targets of the file in its order, and not how they are reached', async () => {
  const { body } = await ask<Targets>(getTargets, '/api/targets');
  expect(body.targets.map(({ name }) => name)).toEqual(['production', 'branch office']);
  expect(JSON.stringify(body)).not.toContain('HOMEWARDTEST');
});

it('reads each target on its own', async () => {
  const one = await ask<FleetSnapshot>(getFleet, '/api/recovery-instances?target=production');
  const other = await ask<FleetSnapshot>(
    getFleet,
    '/api/recovery-instances?target=branch%20office',
  );
  expect(one.body.target).toBe('production');
  expect(other.body.target).toBe('branch office');
  expect(other.body.recoveryInstances).toHaveLength(5);
});

it('asks which target is meant when there are several', async () => {
  const { status, body } = await ask<Problem>(getFleet, '/api/recovery-instances');
  expect(status).toBe(400);
  expect(body.code).toBe('target-required');
});

it('stays ready for the others when one target fails', async () => {
  await breakRegion('eu-central-1');
  const { status, body } = await ask<ReadyHealth>(getHealth, '/api/health/ready');
  expect(status).toBe(200);
  expect(body.targets).toMatchObject([
    { name: 'production', problem: null },
    { name: 'branch office', asOf: null, problem: { code: 'drs-internal-error' } },
  ]);
});

it('is not held up by a target that hangs', async () => {
  await breakRegion('eu-central-1', 'hang');
  const { body: fleet } = await ask<FleetSnapshot>(
    getFleet,
    '/api/recovery-instances?target=production',
  );
  const began = performance.now();
  const { status, body } = await ask<ReadyHealth>(getHealth, '/api/health/ready');
  const id = fleet.recoveryInstances[0]?.recoveryInstanceID ?? '';
  const holder = await holderOfRecoveryInstance(services().targets, id);
  expect(performance.now() - began).toBeLessThan(3_000);
  expect(status).toBe(200);
  expect(body.targets).toMatchObject([
    { name: 'production', asOf: expect.any(String), problem: null },
    { name: 'branch office', asOf: null, problem: null },
  ]);
  expect(holder?.name).toBe('production');
});

it('is not ready before any target has been read', async () => {
  await breakRegion('eu-central-1', 'hang');
  await breakRegion('eu-west-1', 'hang');
  const { status } = await ask<ReadyHealth>(getHealth, '/api/health/ready');
  expect(status).toBe(503);
});

it('is not ready when every target fails', async () => {
  await breakRegion('eu-central-1');
  await breakRegion('eu-west-1');
  const { status } = await ask<ReadyHealth>(getHealth, '/api/health/ready');
  expect(status).toBe(503);
});
