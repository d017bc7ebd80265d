import {
  DescribeRecoveryInstancesCommand,
  DrsClient,
  StartFailbackLaunchCommand,
} from '@aws-sdk/client-drs';
import { afterEach, expect, it } from 'vitest';
import { type Simulator, startSimulator } from '../server';
import { parseScenario } from './parse';

let simulator: Simulator;
afterEach(() => simulator.close());

async function rehearse(text: string) {
  const scenario = parseScenario(`name: Night\n${text}`, 'night.yaml');
  simulator = await startSimulator({ port: 0, speed: 0, scenario });
}

const drs = (accessKeyId = 'HOMEWARDTEST', region = 'eu-west-1') =>
  new DrsClient({
    endpoint: simulator.url,
    region,
    maxAttempts: 1,
    credentials: { accessKeyId, secretAccessKey: 'homeward-simulator' },
  });
const send = async (path: string, body: unknown) =>
  (
    await fetch(`${simulator.url}/_simulator/${path}`, {
      method: 'POST',
      body: JSON.stringify(body),
    })
  ).json();
const ask = async (path: string) => (await fetch(`${simulator.url}/_simulator/${path}`)).json();
const step = (minutes: number) => send('clock', { stepSeconds: minutes * 60 });

async function fleet(client = drs()) {
  const { items = [] } = await client.send(new DescribeRecoveryInstancesCommand({}));
  return items.map((item) => ({
    id: item.recoveryInstanceID ?? '',
    name: item.recoveryInstanceProperties?.identificationHints?.hostname,
    state: item.failback?.state?.replace('FAILBACK_', ''),
    replication: item.dataReplicationInfo?.dataReplicationState,
    error: item.dataReplicationInfo?.dataReplicationError?.error,
  }));
}

it('has the fleet that it describes', async () => {
  await rehearse(`
fleet:
  - { count: 2, hostname: billing, condition: healthy, tags: { wave: 9 } }
  - { count: 1, hostname: files-win, condition: not-started }`);
  expect(await fleet()).toMatchObject([
    { name: 'billing-01', state: 'READY_FOR_LAUNCH' },
    { name: 'billing-02', state: 'READY_FOR_LAUNCH' },
    { name: 'files-win-01', state: 'NOT_STARTED' },
  ]);
});

it('lets each event happen at its time and not before', async () => {
  await rehearse(`
fleet: [{ count: 5, condition: healthy }, { count: 2, condition: not-started }]
events:
  - { at: 3m, fault: { kind: throttle, operation: '*', seconds: 40 } }
  - { at: 5m, loseClients: 2 }
  - { at: 6m, stallDisks: 1 }
  - { at: 7m, bootClients: 1 }`);
  const replications = async () => (await fleet()).map(({ replication }) => replication).toSorted();
  await step(2.9);
  expect(await replications()).toEqual([
    ...Array(5).fill('CONTINUOUS'),
    'NOT_STARTED',
    'NOT_STARTED',
  ]);
  await step(0.2);
  await expect(fleet()).rejects.toMatchObject({ name: 'ThrottlingException' });
  await step(1);
  expect(await replications()).toEqual([
    ...Array(5).fill('CONTINUOUS'),
    'NOT_STARTED',
    'NOT_STARTED',
  ]);
  await step(1);
  expect(await replications()).toEqual([
    ...Array(3).fill('CONTINUOUS'),
    'NOT_STARTED',
    'NOT_STARTED',
    'STALLED',
    'STALLED',
  ]);
  await step(2);
  expect(await replications()).toEqual([
    'CONTINUOUS',
    'CONTINUOUS',
    'INITIATING',
    'NOT_STARTED',
    'STALLED',
    'STALLED',
    'STALLED',
  ]);
  expect(
    (await ask('state')).events.map(({ happened }: { happened: boolean }) => happened),
  ).toEqual([true, true, true, true]);
});

it('comes to the same whether the clock goes in one step or in many, and whoever asks first', async () => {
  const text = `
servers: 30
events:
  - { at: 2m, loseClients: 2 }
  - { at: 4m, stallServers: { count: 1, tags: { wave: 1 } } }
  - { at: 6m, launch: 3 }
  - { at: 8m, returnClients: 1 }`;
  await rehearse(text);
  await step(30);
  const atOnce = await fleet();
  await simulator.close();
  await rehearse(text);
  for (let minute = 0; minute < 30; minute += 1) {
    await step(1);
    if (minute % 3 === 0) await fleet();
  }
  expect(await fleet()).toEqual(atOnce);
  expect(Object.values((await ask('effects')).launches)).toEqual([1, 1, 1]);
});

it('has a colleague who launches what one was about to launch', async () => {
  await rehearse(`
fleet: [{ count: 3, condition: healthy, tags: { wave: 2 } }]
events: [{ at: 1m, launch: { tags: { wave: 2 } } }]`);
  const ids = (await fleet()).map(({ id }) => id);
  await step(2);
  const launch = new StartFailbackLaunchCommand({ recoveryInstanceIDs: ids });
  await expect(drs().send(launch)).rejects.toMatchObject({ name: 'ConflictException' });
  expect((await ask('effects')).effects).toMatchObject([
    {
      accessKeyID: 'a colleague',
      recoveryInstanceIDs: expect.arrayContaining(ids),
      tags: { launchedBy: 'a colleague' },
    },
  ]);
});

it('can be told at any time what happens next', async () => {
  await rehearse('fleet: [{ count: 4, condition: healthy }]');
  const [first] = await fleet();
  const { servers } = await send('events', {
    loseClients: { recoveryInstanceIDs: [first?.id] },
  });
  expect(servers).toEqual([{ recoveryInstanceID: first?.id, hostname: first?.name }]);
  expect((await fleet())[0]).toMatchObject({ error: 'FAILBACK_CLIENT_NOT_SEEN' });
  expect((await send('events', { bootClients: 1, resume: 1 })).message).toContain('more than one');
});

it('lays down which access key opens which account, and where DRS was initialised', async () => {
  await rehearse(`
servers: 3
accounts:
  - accountID: '111122223333'
    accessKeyIDs: [FIRSTKEY]
  - accountID: '222233334444'
    accessKeyIDs: [SECONDKEY]
    regions: { eu-central-1: { servers: 2 } }`);
  expect(await fleet(drs('FIRSTKEY'))).toHaveLength(3);
  expect(await fleet(drs('ANYOTHERKEY'))).toEqual(await fleet(drs('FIRSTKEY')));
  const second = await fleet(drs('SECONDKEY', 'eu-central-1'));
  expect(second).toHaveLength(2);
  expect(second[0]?.id).not.toBe((await fleet(drs('FIRSTKEY', 'eu-central-1')))[0]?.id);
  await expect(fleet(drs('SECONDKEY'))).rejects.toMatchObject({
    name: 'UninitializedAccountException',
  });
});
