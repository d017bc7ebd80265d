import {
  type DrsClient,
  type DescribeRecoveryInstancesCommandInput,
  paginateDescribeRecoveryInstances,
} from '@aws-sdk/client-drs';
import { drsClient } from '../e2e/drs';
import { median, report, timesOf } from './measure';
import { startConsoleProcess, startSimulatorProcess } from './servers';

/** Lists a fleet through the console's API, cold and warm, against the SDK's own paginator. */
export async function benchListInstances(servers: number) {
  const simulator = await startSimulatorProcess(servers);
  try {
    const client = drsClient(simulator.url);
    await listBySDK(client);
    const floor = median(await timesOf(5, () => listBySDK(client)));

    const cold: number[] = [];
    let warm = 0;
    for (let round = 0; round < 3; round += 1) {
      const console = await startConsoleProcess(simulator.url);
      try {
        cold.push(...(await timesOf(1, () => listByAPI(console.url, servers))));
        warm = median(await timesOf(10, () => listByAPI(console.url, servers)));
      } finally {
        await console.stop();
      }
    }
    report(`list ${servers} instances, first read of a new process`, median(cold), floor, 'ms');
    report(`list ${servers} instances, within one poll`, warm, floor, 'ms');
  } finally {
    await simulator.stop();
  }
}

async function listBySDK(client: DrsClient) {
  const input: DescribeRecoveryInstancesCommandInput = {};
  let count = 0;
  for await (const page of paginateDescribeRecoveryInstances({ client }, input)) {
    count += page.items?.length ?? 0;
  }
  return count;
}

async function listByAPI(url: string, servers: number) {
  const response = await fetch(`${url}/api/recovery-instances`);
  const body = (await response.json()) as { recoveryInstances: unknown[] };
  if (body.recoveryInstances.length !== servers) {
    throw new Error(`Expected ${servers} instances, got ${body.recoveryInstances.length}.`);
  }
}
