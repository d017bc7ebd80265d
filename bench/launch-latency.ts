import { open, mkdtemp, rm } from 'node:fs/promises';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import type { FleetSnapshot } from '../lib/contract/recovery-instance';
import { quantile, report, timesOf } from './measure';
import { startConsoleProcess, startSimulatorProcess } from './servers';

const LAUNCHES = 120;
const SYNCS = 200;

/** From the click to the first byte of StartFailbackLaunch on the wire, against one fsync on the same disk. */
export async function benchLaunchLatency() {
  // Jobs end within seconds, and there is a place for each: with twenty places a launch now and then waits for one.
  const places = String(LAUNCHES);
  const simulator = await startSimulatorProcess(400, '--speed', '300', '--jobs-at-once', places);
  const wire = await tapWire(Number(new URL(simulator.url).port));
  const console = await startConsoleProcess(wire.url, { HOMEWARD_JOBS_AT_ONCE: places });
  try {
    const ids = await readyServers(console.url);
    if (ids.length < LAUNCHES) throw new Error(`Only ${ids.length} servers are ready.`);
    const milliseconds: number[] = [];
    for (const [index, id] of ids.slice(0, LAUNCHES).entries()) {
      const clicked = performance.now();
      const answer = launch(console.url, id, `bench-${index}`);
      milliseconds.push((await wire.nextLaunch()) - clicked);
      await answer;
    }
    const syncs = await timesOfSync();
    for (const [name, share] of [
      ['p50', 0.5],
      ['p99', 0.99],
    ] as const) {
      const figure = quantile(milliseconds, share);
      report(`click to first byte of the launch, ${name}`, figure, quantile(syncs, share), 'ms');
    }
  } finally {
    await console.stop();
    wire.close();
    await simulator.stop();
  }
}

async function readyServers(url: string): Promise<string[]> {
  const response = await fetch(`${url}/api/recovery-instances`);
  const fleet = (await response.json()) as FleetSnapshot;
  return fleet.recoveryInstances
    .filter(({ readiness }) => readiness.verdict === 'ready')
    .map(({ recoveryInstanceID }) => recoveryInstanceID);
}

async function launch(url: string, recoveryInstanceID: string, key: string) {
  const response = await fetch(`${url}/api/failback-launches`, {
    method: 'POST',
    headers: { Origin: url, 'Content-Type': 'application/json', 'Idempotency-Key': key },
    body: JSON.stringify({ target: 'eu-west-1', recoveryInstanceIDs: [recoveryInstanceID] }),
  });
  if (response.status !== 202) throw new Error(`A launch was answered with ${response.status}.`);
}

/** Passes everything on to the simulator and notes when the first bytes of a launch come by. */
async function tapWire(port: number) {
  let seen: (moment: number) => void = () => undefined;
  const server = net.createServer((client) => {
    const upstream = net.connect(port, '127.0.0.1');
    client.on('data', (bytes) => {
      if (bytes.includes('POST /StartFailbackLaunch')) seen(performance.now());
    });
    client.pipe(upstream).pipe(client);
    for (const socket of [client, upstream]) socket.on('error', () => socket.destroy());
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as net.AddressInfo).port}`,
    nextLaunch: () =>
      new Promise<number>((resolve) => {
        seen = resolve;
      }),
    close: () => server.close(),
  };
}

async function timesOfSync(): Promise<number[]> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'homeward-bench-'));
  const file = await open(path.join(folder, 'sync'), 'w');
  const page = Buffer.alloc(4096, 1);
  try {
    return await timesOf(SYNCS, async () => {
      await file.write(page, 0, page.length, 0);
      await file.sync();
    });
  } finally {
    await file.close();
    await rm(folder, { recursive: true, force: true });
  }
}
