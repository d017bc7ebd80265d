import {
  DescribeRecoveryInstancesCommand,
  DrsClient,
  ReverseReplicationCommand,
} from '@aws-sdk/client-drs';
import { afterEach, expect, it } from 'vitest';
import type { Problem } from '@/lib/contract/problem';
import { parseConfig } from '@/lib/config';
import { makeServices, replaceServices } from '@/lib/services';
import { prepareConsole } from '../fixture';
import { at, bodyOf, post } from './fixture';
import { POST as postLaunch } from './route';
// The simulator stands for DRS; the console itself never imports it.
import { type Simulator, startSimulator } from '../../../lib/simulator/server';

type Condition = 'aws-ready' | 'aws-not-started' | 'aws-origin-unreadable';

let simulator: Simulator;
let console: Awaited<ReturnType<typeof prepareConsole>>;
let drs: DrsClient;

/** A console over an account that has one server, in this condition. */
async function open(condition: Condition) {
  const scenario = { name: 'A server that came from AWS', fleet: [{ count: 1, condition }] };
  simulator = await startSimulator({ port: 0, speed: 0, scenario });
  console = await prepareConsole(simulator);
  replaceServices(makeServices(parseConfig(console.settings)));
  drs = new DrsClient({ region: 'eu-west-1', endpoint: simulator.url });
  // This simulator launches whatever it is told to: no refusal of its own hides a call.
  await fetch(`${simulator.url}/_simulator/faults`, {
    method: 'POST',
    body: JSON.stringify({ operation: 'StartFailbackLaunch', kind: 'unguarded' }),
  });
}

async function theServer() {
  const { items = [] } = await drs.send(new DescribeRecoveryInstancesCommand({}));
  const [server] = items;
  return { ...server, recoveryInstanceID: server?.recoveryInstanceID ?? '' };
}

async function launch(recoveryInstanceID: string, acceptCaution: boolean) {
  const body = { target: 'eu-west-1', recoveryInstanceIDs: [recoveryInstanceID], acceptCaution };
  const response = await postLaunch(post(body, `CHG-${acceptCaution}`), at());
  return { status: response.status, problem: await bodyOf<Problem>(response) };
}

async function launchCalls() {
  const address = `${simulator.url}/_simulator/calls?operation=StartFailbackLaunch`;
  return ((await (await fetch(address)).json()) as { calls: unknown[] }).calls;
}

afterEach(async () => {
  drs.destroy();
  await console.close();
});

it.each<[state: string, condition: Condition, isReversed: boolean]>([
  ['FAILBACK_READY_FOR_LAUNCH', 'aws-ready', false],
  ['FAILBACK_NOT_READY_FOR_LAUNCH', 'aws-not-started', false],
  ['FAILBACK_IN_PROGRESS', 'aws-not-started', true],
  ['FAILBACK_LAUNCH_STATE_NOT_AVAILABLE', 'aws-origin-unreadable', false],
])(
  'never asks DRS to launch a server that came from AWS (%s)',
  async (state, condition, isReversed) => {
    await open(condition);
    const { recoveryInstanceID } = await theServer();
    if (isReversed) await drs.send(new ReverseReplicationCommand({ recoveryInstanceID }));
    const { originEnvironment, failback } = await theServer();
    expect([originEnvironment, failback?.state]).toEqual(['AWS', state]);
    for (const acceptCaution of [false, true]) {
      const { status, problem } = await launch(recoveryInstanceID, acceptCaution);
      expect([status, problem.code]).toEqual([409, 'not-ready']);
    }
    expect(await launchCalls()).toEqual([]);
  },
);
