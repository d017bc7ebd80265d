import { expect, it, vi } from 'vitest';
import { startFailbackLaunch } from '@/lib/drs/failback-launch';
import { onEveryDatabase } from '@/lib/store/testing/databases';
// The simulator stands for DRS; the console itself never imports it.
import { startSimulator } from '../../simulator/server';
import { cancelLaunch, dismissBatch, pauseLaunch, resendBatch, resumeLaunch } from '../decide';
import { dispatcherOf } from '../queue/dispatcher';
import { readHistory } from '../read';
import { relaunchOf } from '../relaunch';
import { previewLaunch } from '../request/preview';
import { startLaunch } from '../request/start';
import { byRobin, requestFor, robin, useLaunching } from '../testing/launching';

onEveryDatabase((location) => {
  const {
    services,
    anotherProcess,
    ahead,
    settle,
    fault,
    counts,
    target,
    round,
    readyServers,
    launchServers,
    parkedLaunch,
    statesOf,
    first,
    become,
  } = useLaunching(location, startSimulator);

  it('parks what was not found, with the evidence, and sends again only what a person confirms', async () => {
    const launchID = await parkedLaunch();
    const parked = await first(launchID);
    expect(parked.evidence).toMatchObject({ tag: `${launchID}/1`, otherJobs: [] });
    expect(parked.evidence?.looks).toBeGreaterThan(1);
    const { recoveryInstanceIDs } = parked;
    const preview = await previewLaunch(services(), requestFor(recoveryInstanceIDs));
    expect(preview.problem).toMatchObject({ code: 'launch-under-way', launchID });
    await expect(
      startLaunch(services(), requestFor(recoveryInstanceIDs), {
        idempotencyKey: 'CHG-2',
        actor: 'Sascha',
      }),
    ).rejects.toThrow(/its end is not clear/);
    const decision = { actor: 'Robin', version: parked.version };
    await expect(resendBatch(services(), launchID, 1, { ...decision, version: 1 })).rejects.toThrow(
      /has changed since/,
    );
    expect(await counts()).toEqual([]);
    await resendBatch(services(), launchID, 1, decision);
    await become(launchID, 'accepted');
    await expect(resendBatch(services(), launchID, 1, decision)).rejects.toThrow(/not parked/);
    expect(await counts()).toEqual([1]);
  });

  it('asks for the servers once in a round, however many answers are lost', async () => {
    await fault('reset', { count: 3 });
    const launchIDs: string[] = [];
    for (const key of ['CHG-1', 'CHG-2', 'CHG-3']) {
      const launchID = await launchServers(1, {}, key);
      await become(launchID, 'unknown');
      launchIDs.push(launchID);
    }
    settle();
    const sent = vi.spyOn(target().drs.reads, 'send');
    await round();
    const asked = sent.mock.calls.filter(
      ([command]) => command.constructor.name === 'DescribeRecoveryInstancesCommand',
    );
    expect(asked).toHaveLength(1);
    for (const launchID of launchIDs) expect(await statesOf(launchID)).toEqual(['parked']);
  });

  it('closes what a person says is not needed, and frees its servers', async () => {
    const launchID = await parkedLaunch();
    const { version, recoveryInstanceIDs } = await first(launchID);
    const decision = { actor: 'Robin', note: 'rebuilt by hand', version };
    await dismissBatch(services(), launchID, 1, decision);
    expect(await statesOf(launchID)).toEqual(['dismissed']);
    await launchServers(1, { recoveryInstanceIDs }, 'CHG-2');
    expect(await counts()).toEqual([1]);
    const [last] = (await readHistory(services(), launchID)).slice(-1);
    expect(last).toMatchObject({ actor: 'Robin', detail: { note: 'rebuilt by hand' } });
  });

  it('sends nothing again when the job comes to light before the person confirms', async () => {
    const launchID = await parkedLaunch();
    const { version, recoveryInstanceIDs } = await first(launchID);
    const tags = { 'homeward:launch': `${launchID}/1` };
    await startFailbackLaunch(target().drs, recoveryInstanceIDs, tags, () => undefined);
    await expect(resendBatch(services(), launchID, 1, { actor: 'Robin', version })).rejects.toThrow(
      /is found now/,
    );
    expect(await counts()).toEqual([1]);
  });

  const sentAgainWhilePaused = async (servers = 1) => {
    const launchID = await parkedLaunch(servers);
    await pauseLaunch(services(), launchID, robin);
    const { version, recoveryInstanceIDs } = await first(launchID);
    await resendBatch(services(), launchID, 1, { actor: 'Robin', version });
    expect(await statesOf(launchID)).toEqual(['planned']);
    return { launchID, recoveryInstanceIDs };
  };

  it('takes the job that comes to light while the batch waits to be sent again', async () => {
    const { launchID, recoveryInstanceIDs } = await sentAgainWhilePaused();
    const tags = { 'homeward:launch': `${launchID}/1` };
    await startFailbackLaunch(target().drs, recoveryInstanceIDs, tags, () => undefined);
    target().watch.jobs.invalidate();
    await resumeLaunch(services(), launchID, robin);
    await become(launchID, 'found');
    expect((await first(launchID)).attempts).toBe(1);
    expect(await counts()).toEqual([1]);
  });

  it('is in doubt again when it cannot be sent again, or a person cancels that', async () => {
    const { launchID, recoveryInstanceIDs } = await sentAgainWhilePaused();
    await cancelLaunch(services(), launchID, robin);
    const { state, version } = await first(launchID);
    expect(state).toBe('parked');
    await resendBatch(services(), launchID, 1, { actor: 'Robin', version });
    await startFailbackLaunch(target().drs, recoveryInstanceIDs, {}, () => undefined);
    await target().watch.jobs.fresh(0);
    await resumeLaunch(services(), launchID, robin);
    await become(launchID, 'parked');
    expect(await first(launchID)).toMatchObject({ attempts: 1, problem: { code: 'not-ready' } });
    expect((await relaunchOf(services(), launchID)).recoveryInstanceIDs).toEqual([]);
    expect(await counts()).toEqual([1]);
  });

  it('is not divided while it is in doubt, so that its first job is still found whole', async () => {
    const { launchID, recoveryInstanceIDs } = await sentAgainWhilePaused(4);
    dispatcherOf(services(), target()).limits.learn('L-B827C881', 4, { jobs: 0, servers: 0 });
    await resumeLaunch(services(), launchID, robin);
    await become(launchID, 'parked');
    expect(await first(launchID)).toMatchObject({
      attempts: 1,
      recoveryInstanceIDs,
      problem: { code: 'larger-than-quota' },
    });
    const tags = { 'homeward:launch': `${launchID}/1` };
    await startFailbackLaunch(target().drs, recoveryInstanceIDs, tags, () => undefined);
    settle();
    await become(launchID, 'found');
    expect(await statesOf(launchID)).toEqual(['found']);
    expect(await counts()).toEqual([1, 1, 1, 1]);
  });

  it.each(['access-denied', 'conflict'])(
    'stays in doubt about the first call when the second is refused (%s)',
    async (kind) => {
      const { launchID } = await sentAgainWhilePaused();
      await fault(kind);
      await resumeLaunch(services(), launchID, robin);
      await vi.waitFor(async () => expect((await first(launchID)).attempts).toBe(2), 15_000);
      await vi.waitFor(async () => expect(await statesOf(launchID)).not.toContain('sending'));
      await round();
      settle();
      await become(launchID, 'parked');
      expect((await first(launchID)).problem?.code).toBe(`drs-${kind}`);
    },
  );

  it('takes up what a process left behind that was killed while it sent', async () => {
    await fault('commit-then-hang');
    const silent = { ...services(), wait: () => new Promise<void>(() => undefined) };
    const recoveryInstanceIDs = await readyServers(1);
    void startLaunch(silent, requestFor(recoveryInstanceIDs), byRobin()).catch(() => undefined);
    await vi.waitFor(async () => expect(await counts()).toEqual([1]), 15_000);
    const next = anotherProcess();
    const store = await next.store();
    const { launch_id } = await store
      .selectFrom('launches')
      .select('launch_id')
      .executeTakeFirstOrThrow();
    await round(next);
    ahead.monotonic += 2_000;
    await become(launch_id, 'found', next);
    expect(await counts()).toEqual([1]);
    await store.destroy();
  });
});
