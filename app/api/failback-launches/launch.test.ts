import { afterEach, beforeEach, expect, it } from 'vitest';
import type { FailbackLaunch } from '@/lib/contract/failback-launch';
import type { FailbackLaunchPreview } from '@/lib/contract/failback-launch-preview';
import type { Problem } from '@/lib/contract/problem';
import type { FleetSnapshot } from '@/lib/contract/recovery-instance';
import { parseConfig } from '@/lib/config';
import { makeServices, replaceServices } from '@/lib/services';
import { prepareConsole } from '../fixture';
import { GET as getFleet } from '../recovery-instances/route';
import { GET as getLaunch } from './[launchID]/route';
import { at, bodyOf, get, post } from './fixture';
import { POST as postPreview } from './preview/route';
import { POST as postLaunch } from './route';
// The simulator stands for DRS; the console itself never imports it.
import { type Simulator, startSimulator } from '../../../lib/simulator/server';

let simulator: Simulator;
let console: Awaited<ReturnType<typeof prepareConsole>>;

beforeEach(async () => {
  simulator = await startSimulator({ port: 0, speed: 0 });
  console = await prepareConsole(simulator);
  start();
});
afterEach(() => console.close());

/** The services of a process that has just started; the data folder is that of the one before. */
function start() {
  const config = parseConfig({ ...console.settings, HOMEWARD_DRS_TIMEOUT_MS: '1500' });
  replaceServices(makeServices(config));
}

async function idsOf(verdict: string) {
  const response = await getFleet(get('/api/recovery-instances'), at());
  const fleet = await bodyOf<FleetSnapshot>(response);
  return fleet.recoveryInstances
    .filter(({ readiness }) => readiness.verdict === verdict)
    .map(({ recoveryInstanceID }) => recoveryInstanceID);
}

const request = (recoveryInstanceIDs: string[], more = {}) => ({
  target: 'eu-west-1',
  recoveryInstanceIDs,
  ...more,
});
const send = (body: unknown, key?: string) => postLaunch(post(body, key), at());
const fault = (kind: string) =>
  fetch(`${simulator.url}/_simulator/faults`, {
    method: 'POST',
    body: JSON.stringify({ operation: 'StartFailbackLaunch', kind, count: 1 }),
  });
const effects = async () => {
  const response = await fetch(`${simulator.url}/_simulator/effects`);
  return ((await response.json()) as { launches: Record<string, number> }).launches;
};

it('previews what a launch would do and changes nothing', async () => {
  const ready = (await idsOf('ready')).slice(0, 2);
  const blocked = (await idsOf('blocked')).slice(0, 1);
  const response = await postPreview(
    post(request([...ready, ...blocked], { tags: { note: "it's $HOME" } })),
    at(),
  );
  const preview = await bodyOf<FailbackLaunchPreview>(response);
  expect(preview.launchable).toHaveLength(2);
  expect(preview.blocked).toHaveLength(1);
  expect(preview.problem?.code).toBe('not-ready');
  expect(preview.commands[0]).toContain(`'{"note":"it'\\''s $HOME"}'`);
  expect(await effects()).toEqual({});
});

it('previews which servers DRS does not list any more, and goes on without exactly these', async () => {
  const [ready = ''] = await idsOf('ready');
  const gone = 'i-0123456789abcdef0';
  const response = await postPreview(post(request([gone, ready])), at());
  expect(response.status).toBe(200);
  const preview = await bodyOf<FailbackLaunchPreview>(response);
  expect(preview.blocked).toMatchObject([
    { recoveryInstanceID: gone, readiness: { reasons: [{ rule: 'listed' }] } },
  ]);
  expect(preview.problem).toMatchObject({ status: 404, code: 'unknown-recovery-instances' });
  expect(preview.problem?.detail).toContain(gone);
  expect(preview.batches).toEqual([{ number: 1, recoveryInstanceIDs: [ready] }]);

  const { selectionHash } = preview;
  expect((await send(request([gone, ready], { selectionHash }))).status).toBe(404);
  expect(await effects()).toEqual({});
  expect((await send(request([ready], { selectionHash }))).status).toBe(202);
});

it('previews which servers an earlier launch has, and leaves them out', async () => {
  const [held = '', free = ''] = await idsOf('ready');
  await fault('reset');
  const launch = await bodyOf<FailbackLaunch>(send(request([held])));
  const response = await postPreview(post(request([held, free])), at());
  const preview = await bodyOf<FailbackLaunchPreview>(response);
  const { launchID, actor, createdDateTime } = launch;
  expect(preview.blocked).toMatchObject([
    {
      recoveryInstanceID: held,
      heldBy: { launchID, batch: 1, state: 'unknown', actor, launchDateTime: createdDateTime },
      readiness: { verdict: 'blocked', reasons: [{ rule: 'held' }] },
    },
  ]);
  expect(preview.problem).toMatchObject({ code: 'launch-under-way', launchID });
  expect(preview.batches).toEqual([{ number: 1, recoveryInstanceIDs: [free] }]);
  const { selectionHash } = preview;
  expect((await send(request([free], { selectionHash }), 'another-key')).status).toBe(202);
});

it('previews whose job has a server already', async () => {
  const [busy = '', free = ''] = await idsOf('ready');
  const { launchID, actor, batches } = await bodyOf<FailbackLaunch>(send(request([busy])));
  const response = await postPreview(post(request([busy, free])), at());
  const { problem, launchable } = await bodyOf<FailbackLaunchPreview>(response);
  expect(problem).toMatchObject({
    code: 'not-ready',
    conflicts: [{ recoveryInstanceID: busy, jobID: batches[0]?.jobID, launchID, actor }],
  });
  expect(launchable.map(({ recoveryInstanceID }) => recoveryInstanceID)).toEqual([free]);
});

it('launches once for one key, also after a restart, and refuses the key for anything else', async () => {
  const [first = '', second = ''] = await idsOf('ready');
  const answers = await Promise.all(Array.from({ length: 100 }, () => send(request([first]))));
  start();
  answers.push(await send(request([first])));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([202]));
  const launches = (await Promise.all(answers.map((answer) => answer.json()))) as FailbackLaunch[];
  expect(new Set(launches.map(({ launchID }) => launchID)).size).toBe(1);
  expect(await effects()).toEqual({ [first]: 1 });
  const other = await send(request([second]));
  expect(other.status).toBe(409);
  expect((await bodyOf<Problem>(other)).code).toBe('idempotency-key-reused');
});

it('tags the job so that it is found again', async () => {
  const ids = (await idsOf('ready')).slice(0, 1);
  const launch = await bodyOf<FailbackLaunch>(send(request(ids, { tags: { wave: '2' } })));
  expect(launch.batches[0]).toMatchObject({ state: 'accepted', recoveryInstanceIDs: ids });
  expect(launch.batches[0]?.job?.tags).toEqual({
    wave: '2',
    'homeward:launch': `${launch.launchID}/1`,
  });
});

it.each(['commit-then-drop', 'commit-then-500', 'truncate'])(
  'finds the job when the answer is lost (%s) and sends nothing again',
  async (kind) => {
    const ids = (await idsOf('ready')).slice(0, 1);
    await fault(kind);
    const { launchID } = await bodyOf<FailbackLaunch>(send(request(ids)));
    const answer = await getLaunch(get(`/api/failback-launches/${launchID}`), at({ launchID }));
    const launch = await bodyOf<FailbackLaunch>(answer);
    expect(launch.batches[0]?.state).toBe('found');
    expect(Object.values(await effects())).toEqual([1]);
  },
);

it.each(['hang', 'reset', 'html-502', 'internal-error'])(
  'says that it does not know when the end is ambiguous (%s)',
  async (kind) => {
    const ids = (await idsOf('ready')).slice(0, 1);
    await fault(kind);
    const answer = await send(request(ids));
    expect(answer.status).toBe(202);
    const launch = await bodyOf<FailbackLaunch>(answer);
    expect(launch.batches[0]?.state).toBe('unknown');
    const again = await send(request(ids), 'another-key');
    expect((await bodyOf<Problem>(again)).code).toBe('launch-under-way');
    expect(await effects()).toEqual({});
  },
);

it('passes a refusal of DRS on as it is', async () => {
  const ids = (await idsOf('ready')).slice(0, 1);
  await fault('access-denied');
  const answer = await send(request(ids));
  expect(answer.status).toBe(502);
  const problem = await bodyOf<Problem>(answer);
  expect(problem).toMatchObject({
    code: 'drs-access-denied',
    launchID: expect.stringMatching(/^launch-/),
  });
  expect(problem.requestID).toBeTruthy();
  expect((await send(request(ids), 'the-next-attempt')).status).toBe(202);
});

it('refuses servers that are not ready, and those in doubt unless they are accepted', async () => {
  const refused = await send(request((await idsOf('blocked')).slice(0, 1)));
  expect(refused.status).toBe(409);
  const [caution = ''] = await idsOf('caution');
  expect((await send(request([caution]))).status).toBe(409);
  expect(await effects()).toEqual({});
  expect((await send(request([caution], { acceptCaution: true }))).status).toBe(202);
});

it('wants an Idempotency-Key, its own origin and a known host', async () => {
  const body = request((await idsOf('ready')).slice(0, 1));
  const statusOf = async (headers: Record<string, string>) =>
    (await postLaunch(post(body, 'CHG-1', headers), at())).status;
  expect(await statusOf({ 'Idempotency-Key': '' })).toBe(400);
  expect(await statusOf({ Origin: 'https://elsewhere.example' })).toBe(403);
  expect(await statusOf({ Host: 'rebound.example' })).toBe(421);
  expect(await effects()).toEqual({});
});

it('launches nothing for a request that was meant for another place', async () => {
  const body = request((await idsOf('ready')).slice(0, 1));
  const sendTo = (place: string) =>
    postLaunch(post(body, 'CHG-1', { 'Homeward-Place': place }), at());
  const refused = await sendTo('another-place');
  expect(refused.status).toBe(409);
  expect((await bodyOf<Problem>(refused)).code).toBe('place-changed');
  expect(await effects()).toEqual({});
  // Every answer names the place, so that whoever asks can name it in turn.
  const here = refused.headers.get('Homeward-Place') ?? '';
  expect((await sendTo(here)).status).toBe(202);
});

it('launches nothing while it cannot record the intent', async () => {
  const ids = (await idsOf('ready')).slice(0, 1);
  const config = parseConfig({ ...console.settings, HOMEWARD_DATA_DIR: '/dev/null/data' });
  replaceServices(makeServices(config));
  const answer = await send(request(ids));
  expect(answer.status).toBe(503);
  expect((await bodyOf<Problem>(answer)).code).toBe('store-unavailable');
  expect(await effects()).toEqual({});
});
