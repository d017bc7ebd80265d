import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { parseConfig } from '@/lib/config';
import type { ReadyHealth } from '@/lib/contract/health';
import type { Problem } from '@/lib/contract/problem';
import type { FleetSnapshot } from '@/lib/contract/recovery-instance';
import type { Targets } from '@/lib/contract/target';
import { makeServices, replaceServices } from '@/lib/services';
import { GET as getHealth } from '../health/ready/route';
import { GET as getFleet } from '../recovery-instances/route';
import { GET as getTargets } from './route';
// The simulator stands for DRS; the console itself never imports it.
import { type Simulator, startSimulator } from '../../../lib/simulator/server';

let simulator: Simulator;
let folder: string;

beforeEach(async () => {
  simulator = await startSimulator({ port: 0, speed: 0, servers: 5 });
  folder = await mkdtemp(path.join(os.tmpdir(), 'homeward-targets-'));
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'HOMEWARDTEST');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'homeward-simulator');
  vi.stubEnv('LOG_LEVEL', 'silent');
  const file = path.join(folder, 'targets.yaml');
  await writeFile(
    file,
    `targets:
  - name: production
    region: eu-west-1
    simulator: ${simulator.url}
  - name: branch office
    region: eu-central-1
    simulator: ${simulator.url}
`,
  );
  replaceServices(
    makeServices(parseConfig({ HOMEWARD_TARGETS_FILE: file, HOMEWARD_DATA_DIR: folder })),
  );
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await simulator.close();
  await rm(folder, { recursive: true, force: true });
});

type Handler = typeof getTargets;
async function ask<Answer>(handler: Handler, address: string) {
  const request = new Request(`http://127.0.0.1:3000${address}`, {
    headers: { Host: '127.0.0.1:3000' },
  });
  const response = await handler(request, { params: Promise.resolve({}) });
  return { status: response.status, body: (await response.json()) as Answer };
}

const breakRegion = (region: string) =>
  fetch(`${simulator.url}/_simulator/faults`, {
    method: 'POST',
    body: JSON.stringify({ operation: '*', kind: 'internal-error', count: 1000, region }),
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

it('is not ready when every target fails', async () => {
  await breakRegion('eu-central-1');
  await breakRegion('eu-west-1');
  const { status } = await ask<ReadyHealth>(getHealth, '/api/health/ready');
  expect(status).toBe(503);
});
