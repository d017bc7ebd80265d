import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { FailbackLaunch, FailbackLaunches } from '@/lib/contract/failback-launch';
import type { RelaunchSelection } from '@/lib/contract/failback-launch-actions';
import type { FailbackLaunchPreview } from '@/lib/contract/failback-launch-preview';
import type { LaunchHistory } from '@/lib/contract/history';
import type { Problem } from '@/lib/contract/problem';
import { parseConfig } from '@/lib/config';
import { dispatcherOf } from '@/lib/launch/queue/dispatcher';
import { type Services, makeServices, replaceServices } from '@/lib/services';
import { prepareConsole } from '../fixture';
import { GET as getReady } from '../health/ready/route';
import { POST as postDismiss } from './[launchID]/batches/[number]/dismiss/route';
import { POST as postResend } from './[launchID]/batches/[number]/resend/route';
import { POST as postCancel } from './[launchID]/cancel/route';
import { GET as getHistory } from './[launchID]/history/route';
import { POST as postPause } from './[launchID]/pause/route';
import { GET as getRelaunch } from './[launchID]/relaunch-selection/route';
import { POST as postResume } from './[launchID]/resume/route';
import { at, bodyOf, get, post } from './fixture';
import { POST as postPreview } from './preview/route';
import { GET as getLaunches, POST as postLaunch } from './route';
// The simulator stands for DRS; the console itself never imports it.
import { type Simulator, startSimulator } from '../../../lib/simulator/server';

let simulator: Simulator;
let console: Awaited<ReturnType<typeof prepareConsole>>;
let services: Services;
let moved: number;

beforeEach(async () => {
  simulator = await startSimulator({ port: 0, speed: 0 });
  console = await prepareConsole(simulator);
  const config = parseConfig({
    ...console.settings,
    HOMEWARD_DRS_TIMEOUT_MS: '5000',
    HOMEWARD_SERVERS_PER_JOB: '2',
    HOMEWARD_JOBS_AT_ONCE: '1',
  });
  moved = 0;
  services = { ...makeServices(config), monotonic: () => performance.now() + moved };
  replaceServices(services);
});
afterEach(async () => {
  await (await services.store()).destroy();
  await console.close();
});

const LAUNCHES = '/api/failback-launches';

async function preview(ids: string[]) {
  const body = { target: 'eu-west-1', recoveryInstanceIDs: ids, acceptCaution: true };
  return bodyOf<FailbackLaunchPreview>(postPreview(post(body), at()));
}
async function ready(count: number) {
  const { value } = await services.targets.get('eu-west-1').watch.fleet.fresh(0);
  const { launchable } = await preview(value.map((item) => item.recoveryInstanceID));
  return launchable.slice(0, count).map(({ recoveryInstanceID }) => recoveryInstanceID);
}
const launch = (recoveryInstanceIDs: string[], more: object = {}, key?: string) =>
  postLaunch(post({ target: 'eu-west-1', recoveryInstanceIDs, ...more }, key), at());
const fault = (kind: string) =>
  fetch(`${simulator.url}/_simulator/faults`, {
    method: 'POST',
    body: JSON.stringify({ operation: 'StartFailbackLaunch', kind, count: 1 }),
  });
const effects = async () => {
  const response = await fetch(`${simulator.url}/_simulator/effects`);
  return ((await response.json()) as { launches: Record<string, number> }).launches;
};
async function parked() {
  await fault('reset');
  const { launchID } = await bodyOf<FailbackLaunch>(launch(await ready(1)));
  moved += 60_000;
  const list = () => bodyOf<FailbackLaunches>(getLaunches(get(`${LAUNCHES}?state=parked`), at()));
  await vi.waitFor(
    async () => {
      await dispatcherOf(services, services.targets.get('eu-west-1')).wake();
      expect((await list()).launches).toHaveLength(1);
    },
    { timeout: 10_000 },
  );
  const [found] = (await list()).launches;
  return { launchID, version: found?.batches[0]?.version ?? -1 };
}

it('pauses, resumes and cancels a launch that waits', async () => {
  const started = await launch(await ready(5));
  expect(started.status).toBe(202);
  const { launchID, batches } = await bodyOf<FailbackLaunch>(started);
  expect(batches.map(({ recoveryInstanceIDs }) => recoveryInstanceIDs.length)).toEqual([2, 1, 2]);
  const params = at({ launchID });
  const paused = await bodyOf<FailbackLaunch>(postPause(post(), params));
  expect(paused.paused?.actor).toBe('Local operator');
  expect((await bodyOf<FailbackLaunch>(postResume(post(), params))).paused).toBeNull();
  const cancelled = await bodyOf<FailbackLaunch>(postCancel(post(), params));
  expect(cancelled.batches.at(-1)?.state).toBe('cancelled');
  const again = await postCancel(post(), params);
  expect([again.status, (await bodyOf<Problem>(again)).code]).toEqual([409, 'nothing-to-cancel']);
  const selection = await bodyOf<RelaunchSelection>(getRelaunch(get(LAUNCHES), params));
  expect(selection.recoveryInstanceIDs).toEqual(
    expect.arrayContaining(cancelled.batches.at(-1)?.recoveryInstanceIDs ?? []),
  );
});

it('sends a parked batch again only when that is confirmed as it was seen', async () => {
  const { launchID, version } = await parked();
  const params = at({ launchID, number: '1' });
  expect((await postResend(post({ version }), params)).status).toBe(400);
  const stale = await postResend(post({ confirm: 'resend', version: version - 1 }), params);
  expect([stale.status, (await bodyOf<Problem>(stale)).code]).toEqual([409, 'batch-changed']);
  expect(await effects()).toEqual({});
  expect((await postResend(post({ confirm: 'resend', version }), params)).status).toBe(200);
  await vi.waitFor(async () => expect(Object.values(await effects())).toEqual([1]), 10_000);
  expect((await postResend(post({ confirm: 'resend', version }), params)).status).toBe(409);
  const { entries } = await bodyOf<LaunchHistory>(getHistory(get(LAUNCHES), at({ launchID })));
  expect(entries.map(({ detail }) => detail.to).filter(Boolean)).toEqual(
    expect.arrayContaining(['sending', 'unknown', 'parked', 'planned']),
  );
  expect(entries.find(({ detail }) => detail.decision === 'resend')?.actor).toBe('Local operator');
});

it('closes a parked batch that is not needed, and knows no batch that is not there', async () => {
  const { launchID, version } = await parked();
  const body = { confirm: 'not-needed', version, note: 'rebuilt by hand' };
  const dismiss = (number: string) => postDismiss(post(body), at({ launchID, number }));
  expect((await dismiss('7')).status).toBe(404);
  expect((await dismiss('one')).status).toBe(400);
  const [listed] = (await bodyOf<FailbackLaunches>(getLaunches(get(LAUNCHES), at()))).launches;
  expect(listed?.outcome).toEqual({
    outcome: 'unknown',
    sentence: '0 of 1 home, 1 with an unknown outcome.',
  });
  const answer = await bodyOf<FailbackLaunch>(dismiss('1'));
  expect(answer.batches[0]?.state).toBe('dismissed');
  expect(answer.outcome).toEqual({
    outcome: 'cancelled',
    sentence: '0 of 1 home, 1 cancelled or marked as not needed.',
  });
});

it('holds a launch to its preview', async () => {
  const ids = await ready(2);
  const { selectionHash } = await preview(ids);
  const other = await launch(ids.slice(0, 1), { selectionHash });
  expect(other.status).toBe(409);
  const problem = await bodyOf<Problem>(other);
  expect(problem.code).toBe('preview-changed');
  expect(problem.detail).toContain('The preview was of 2 servers, and this launch is of 1.');
  expect(await effects()).toEqual({});
  expect((await launch(ids, { selectionHash })).status).toBe(202);
});

it('says which job has a server, whose it is and since when', async () => {
  const ids = await ready(1);
  const { launchID, batches } = await bodyOf<FailbackLaunch>(launch(ids));
  const refused = await launch(ids, {}, 'CHG-2');
  expect(refused.status).toBe(409);
  const [conflict] = (await bodyOf<Problem>(refused)).conflicts ?? [];
  expect(conflict).toMatchObject({
    recoveryInstanceID: ids[0],
    jobID: batches[0]?.jobID,
    initiatedBy: 'FAILBACK',
    launchID,
    actor: 'Local operator',
  });
  expect(conflict?.creationDateTime).toBeTruthy();
});

it('lists by filter, page by page, and refuses a filter it does not know', async () => {
  const ids = await ready(2);
  for (const [index, id] of ids.entries()) await launch([id], {}, `CHG-${index}`);
  const list = (query: string) =>
    bodyOf<FailbackLaunches>(getLaunches(get(LAUNCHES + query), at()));
  const { launches, nextCursor } = await list('?limit=1');
  expect(launches).toHaveLength(1);
  const rest = await list(`?limit=1&cursor=${encodeURIComponent(nextCursor ?? '')}`);
  expect(rest.launches[0]?.launchID).not.toBe(launches[0]?.launchID);
  expect(rest.nextCursor).toBeNull();
  expect((await list('?actor=Nobody')).launches).toEqual([]);
  expect((await list('?target=eu-west-1&state=planned,accepted')).launches).toHaveLength(2);
  expect((await getLaunches(get(`${LAUNCHES}?colour=red`), at())).status).toBe(400);
});

it('sends no tag when that is asked for, and says in the preview what is lost', async () => {
  const ids = await ready(1);
  const body = { target: 'eu-west-1', recoveryInstanceIDs: ids, withoutTags: true };
  const { warnings } = await bodyOf<FailbackLaunchPreview>(postPreview(post(body), at()));
  expect(warnings[0]).toContain('recognised by its servers only');
  const answer = await bodyOf<FailbackLaunch>(launch(ids, { withoutTags: true }));
  expect(answer.withoutTags).toBe(true);
  expect(answer.batches[0]?.job?.tags ?? {}).toEqual({});
});

it('is ready while its store can be written', async () => {
  const health = await getReady(get('/api/health/ready'), at());
  expect(await bodyOf<{ store: object }>(health)).toMatchObject({ store: { ok: true } });
});
