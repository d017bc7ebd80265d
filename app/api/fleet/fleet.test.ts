import { gzipSync } from 'node:zlib';
import { afterEach, expect, it } from 'vitest';
import { type FleetAnswer, fleetAnswer } from '@/lib/contract/fleet';
import type { FleetSnapshot } from '@/lib/contract/recovery-instance';
import { parseConfig } from '@/lib/config';
import { decodeFleet } from '@/lib/fleet-codec/columns';
import { toFleetRow } from '@/lib/fleet/row';
import { makeServices, replaceServices } from '@/lib/services';
// The simulator stands for DRS; the console itself never imports it.
import { startSimulator } from '../../../lib/simulator/server';
import { prepareConsole } from '../fixture';
import { GET as getInstances } from '../recovery-instances/route';
import { GET as getFleet } from './route';

let console: Awaited<ReturnType<typeof prepareConsole>>;

afterEach(() => console.close());

async function watch(servers: number) {
  console = await prepareConsole(await startSimulator({ port: 0, servers, speed: 0 }));
  replaceServices(makeServices(parseConfig(console.settings)));
}

const request = (address: string) =>
  new Request(`http://127.0.0.1:3000${address}`, { headers: { Host: '127.0.0.1:3000' } });
const context = { params: Promise.resolve({}) };

async function read(query = ''): Promise<FleetAnswer> {
  const response = await getFleet(request(`/api/fleet${query}`), context);
  return fleetAnswer.parse(await response.json());
}

it('The rows say what the full listing says', async () => {
  await watch(60);
  const { columns, asOf } = await read();
  if (!columns || !asOf) throw new Error('No columns.');
  const listing = (await (
    await getInstances(request('/api/recovery-instances'), context)
  ).json()) as FleetSnapshot;
  expect(decodeFleet(columns, 'eu-west-1')).toEqual(
    listing.recoveryInstances.map(({ readiness, ...instance }) =>
      toFleetRow('eu-west-1', instance, { readiness, asOf: new Date(asOf) }),
    ),
  );
});

it('Who knows the revision gets no columns, and others do', async () => {
  await watch(60);
  const { revision, columns } = await read();
  expect(columns).not.toBeNull();
  expect(await read(`?known=${revision}`)).toMatchObject({ revision, columns: null });
  expect((await read('?known=another')).columns).toEqual(columns);
});

it('Ten thousand rows travel in 165 kB', async () => {
  await watch(10_000);
  const response = await getFleet(request('/api/fleet'), context);
  const body = Buffer.from(await response.arrayBuffer());
  expect(JSON.parse(body.toString()).columns.hostnames).toHaveLength(10_000);
  expect(gzipSync(body).length).toBeLessThanOrEqual(165_000);
}, 60_000);
