import { type DrsClient, paginateDescribeRecoveryInstances } from '@aws-sdk/client-drs';
import { drsClient } from '../e2e/drs';
import { median, report, timesOf } from './measure';
import { startEmptyProcess, startSimulatorProcess } from './servers';

const SERVERS = 10_000;

/** Starts the simulator with 300 servers, against a process that does nothing but listen. */
export async function benchSimulatorStart() {
  const timeOf = async (start: () => Promise<{ stop: () => Promise<void> }>) => {
    const running: { stop: () => Promise<void> }[] = [];
    const times = await timesOf(5, async () => running.push(await start()));
    await Promise.all(running.map(({ stop }) => stop()));
    return median(times);
  };
  const figure = await timeOf(() => startSimulatorProcess(300));
  const floor = await timeOf(startEmptyProcess);
  report('start of the simulator with 300 servers', figure, floor, 'ms');
}

/** Lists ten thousand instances by the SDK's paginator, and tells the simulator's work from the client's. */
export async function benchSimulator() {
  const simulator = await startSimulatorProcess(SERVERS);
  try {
    const client = drsClient(simulator.url);
    await list(client, 1_000);
    for (const pageSize of [100, 1_000]) {
      const before = await processOf(simulator.url);
      const own = process.cpuUsage();
      const began = performance.now();
      const requests = await list(client, pageSize);
      const seconds = (performance.now() - began) / 1_000;
      const { user, system } = process.cpuUsage(own);
      const after = await processOf(simulator.url);
      const what = `list ${SERVERS} instances, ${pageSize} a page`;
      const work = (after.cpuSeconds - before.cpuSeconds) * 1_000;
      report(`${what}, processor time`, work, (user + system) / 1_000, 'ms');
      const rate = Math.round(requests / seconds);
      const memory = Math.round(after.residentBytes / 1e6);
      process.stdout.write(
        `${what}: ${rate} requests a second; the simulator holds ${memory} MB\n`,
      );
    }
  } finally {
    await simulator.stop();
  }
}

async function list(client: DrsClient, pageSize: number) {
  let requests = 0;
  let count = 0;
  for await (const page of paginateDescribeRecoveryInstances({ client, pageSize }, {})) {
    requests += 1;
    count += page.items?.length ?? 0;
  }
  if (count !== SERVERS) throw new Error(`Expected ${SERVERS} instances, got ${count}.`);
  return requests;
}

async function processOf(url: string) {
  const response = await fetch(`${url}/_simulator/process`);
  return (await response.json()) as { cpuSeconds: number; residentBytes: number };
}
