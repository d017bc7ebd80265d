import { afterEach, beforeEach, expect, it } from 'vitest';
import { parseConfig } from '@/lib/config';
import { failbackReplicationConfigurationAnswer } from '@/lib/contract/failback-replication-configuration';
import type { FailbackLaunch } from '@/lib/contract/failback-launch';
import type { Problem } from '@/lib/contract/problem';
import { type FleetSnapshot, recoveryInstanceAnswer } from '@/lib/contract/recovery-instance';
import { recoveryInstanceHistory } from '@/lib/contract/recovery-instance-history';
import { type Services, makeServices, replaceServices } from '@/lib/services';
// The simulator stands for DRS; the console itself never imports it.
import { type Simulator, startSimulator } from '../../../lib/simulator/server';
import { prepareConsole } from '../fixture';
import { POST as postLaunch } from '../failback-launches/route';
import { GET as getConfiguration } from './[recoveryInstanceID]/failback-replication-configuration/route';
import { GET as getHistory } from './[recoveryInstanceID]/history/route';
import { GET as getInstance } from './[recoveryInstanceID]/route';
import { GET as getFleet } from './route';

const HOST = '127.0.0.1:3000';
let simulator: Simulator;
let services: Services;
let console: Awaited<ReturnType<typeof prepareConsole>>;

beforeEach(async () => {
  simulator = await startSimulator({ port: 0, speed: 0 });
  console = await prepareConsole(simulator);
  startWith(console.folder);
});
afterEach(() => console.close());

function startWith(dataFolder: string) {
  services = makeServices(parseConfig({ ...console.settings, HOMEWARD_DATA_DIR: dataFolder }));
  replaceServices(services);
}

type Handler = typeof getInstance;

async function ask(handler: Handler, recoveryInstanceID = '') {
  const inside = recoveryInstanceID && `/${encodeURIComponent(recoveryInstanceID)}`;
  const address = `http://${HOST}/api/recovery-instances${inside}`;
  const request = new Request(address, { headers: { Host: HOST } });
  const response = await handler(request, { params: Promise.resolve({ recoveryInstanceID }) });
  return { status: response.status, body: (await response.json()) as unknown };
}

async function find(is: (instance: FleetSnapshot['recoveryInstances'][number]) => boolean) {
  const fleet = (await ask(getFleet)).body as FleetSnapshot;
  return fleet.recoveryInstances.find(is)?.recoveryInstanceID ?? '';
}
const findReady = () => find(({ readiness }) => readiness.verdict === 'ready');
const findFromAWS = () =>
  find(
    ({ originEnvironment, failback }) =>
      originEnvironment === 'AWS' && failback?.state === 'FAILBACK_NOT_READY_FOR_LAUNCH',
  );

async function launch(recoveryInstanceID: string) {
  const response = await postLaunch(
    new Request(`http://${HOST}/api/failback-launches`, {
      method: 'POST',
      body: JSON.stringify({ target: 'eu-west-1', recoveryInstanceIDs: [recoveryInstanceID] }),
      headers: {
        Host: HOST,
        Origin: `http://${HOST}`,
        'Content-Type': 'application/json',
        'Idempotency-Key': 'CHG-1',
      },
    }),
    { params: Promise.resolve({}) },
  );
  return (await response.json()) as FailbackLaunch;
}

it('gives one instance with the checklist, the way home and the lag since it is watched', async () => {
  const answer = recoveryInstanceAnswer.parse((await ask(getInstance, await findReady())).body);
  expect(answer.checklist.sentence).toMatch(/^Ready: /);
  expect(answer.checklist.checks.length).toBeGreaterThan(10);
  expect(answer.failbackProcedure).toEqual({
    kind: 'on-premises',
    operation: 'StartFailbackLaunch',
  });
  expect(answer.lagHistory.at(-1)?.asOf).toBe(answer.asOf);
});

it('keeps the checklist out of the list of thousands', async () => {
  const fleet = (await ask(getFleet)).body as FleetSnapshot;
  expect(fleet.recoveryInstances.some((instance) => 'checklist' in instance)).toBe(false);
});

it('names the next step of an instance that came from AWS, and where it is done', async () => {
  const { failbackProcedure } = recoveryInstanceAnswer.parse(
    (await ask(getInstance, await findFromAWS())).body,
  );
  expect(failbackProcedure).toMatchObject({
    kind: 'in-aws',
    recoveryRegion: 'eu-west-1',
    originRegion: 'eu-central-1',
    nextStep: { step: 'start-reversed-replication', region: 'eu-west-1' },
  });
});

it('lists the launches that asked for the server and the jobs it took part in', async () => {
  const id = await findReady();
  const { launchID, batches } = await launch(id);
  const jobID = batches[0]?.jobID;
  services.targets.get('eu-west-1').watch.jobs.invalidate();
  const history = recoveryInstanceHistory.parse((await ask(getHistory, id)).body);
  expect(history.launches).toMatchObject([
    { launchID, batch: 1, state: 'accepted', jobID, actor: 'Local operator' },
  ]);
  expect(history.jobs[0]).toMatchObject({ jobID, server: { outcome: 'running' } });

  const bystander = await find(
    ({ readiness, recoveryInstanceID }) =>
      readiness.verdict === 'ready' && recoveryInstanceID !== id,
  );
  const other = recoveryInstanceHistory.parse((await ask(getHistory, bystander)).body);
  expect(other.launches).toEqual([]);
  expect(other.jobs.map((job) => job.jobID)).not.toContain(jobID);
});

it('lists the jobs also while launches cannot be read, and says so', async () => {
  startWith('/dev/null/data');
  const history = recoveryInstanceHistory.parse((await ask(getHistory, await findReady())).body);
  expect(history.launchesProblem?.code).toBe('store-unavailable');
  expect(history.jobs.length).toBeGreaterThan(0);
});

it('reads the failback settings of the instance that is looked at, once for everybody', async () => {
  const id = await findReady();
  const answers = await Promise.all([ask(getConfiguration, id), ask(getConfiguration, id)]);
  for (const { body } of answers) {
    expect(failbackReplicationConfigurationAnswer.parse(body).configuration).toMatchObject({
      recoveryInstanceID: id,
      bandwidthThrottling: 0,
      usePrivateIP: false,
    });
  }
  const calls = await fetch(
    `${simulator.url}/_simulator/calls?operation=GetFailbackReplicationConfiguration`,
  );
  expect(((await calls.json()) as { calls: unknown[] }).calls).toHaveLength(1);
});

it('says that AWS refused when the failback settings are denied, and keeps the rest', async () => {
  const id = await findReady();
  await fetch(`${simulator.url}/_simulator/faults`, {
    method: 'POST',
    body: JSON.stringify({
      operation: 'GetFailbackReplicationConfiguration',
      kind: 'access-denied',
    }),
  });
  const { status, body } = await ask(getConfiguration, id);
  expect(status).toBe(502);
  expect(body).toMatchObject({ code: 'drs-access-denied' });
  expect((await ask(getInstance, id)).status).toBe(200);
});

it.each([
  ['i-0123456789abcdef0', 404, 'unknown-recovery-instance'],
  ['server-1', 400, 'malformed-id'],
  ["i-0a41'; drop table launches", 400, 'malformed-id'],
])('refuses %s everywhere', async (id, status, code) => {
  for (const handler of [getInstance, getHistory, getConfiguration]) {
    const answer = await ask(handler, id);
    expect(answer.status).toBe(status);
    expect((answer.body as Problem).code).toBe(code);
  }
});
