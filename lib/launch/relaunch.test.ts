import { expect, it, vi } from 'vitest';
import { onEveryDatabase } from '@/lib/store/testing/databases';
// The simulator stands for DRS; the console itself never imports it.
import { startSimulator } from '../simulator/server';
import { cancelLaunch } from './decide';
import { relaunchOf } from './relaunch';
import { robin, useLaunching } from './testing/launching';

onEveryDatabase((location) => {
  const { services, fault, jobsEnd, target, round, launchServers, read, statesOf, become } =
    useLaunching(location, startSimulator);

  it('tells which servers to launch again, and leaves out those that went home', async () => {
    await fault('access-denied');
    const launchID = await launchServers(5);
    await vi.waitFor(async () => {
      await round();
      expect(await statesOf(launchID)).not.toContain('planned');
      expect(await statesOf(launchID)).not.toContain('sending');
    }, 15_000);
    expect((await statesOf(launchID)).toSorted()).toEqual(['accepted', 'rejected']);
    await jobsEnd();
    // A reading that was under way when they ended may still be the newest.
    await target().watch.jobs.fresh(0);
    const selection = await relaunchOf(services(), launchID);
    expect(selection.recoveryInstanceIDs.length + selection.leftOut.length).toBe(5);
    const { batches } = await read(launchID);
    const refused = batches.find(({ state }) => state === 'rejected');
    expect(selection.recoveryInstanceIDs.toSorted()).toEqual(
      refused?.recoveryInstanceIDs.toSorted(),
    );
    for (const { reason } of selection.leftOut) expect(reason).toBe('It went home.');
  });

  it('leaves out of another launch what went home by a later one', async () => {
    await fault('throttle');
    const launchID = await launchServers(1);
    await cancelLaunch(services(), launchID, robin);
    const { recoveryInstanceIDs } = await relaunchOf(services(), launchID);
    expect(recoveryInstanceIDs).toHaveLength(1);
    await become(await launchServers(1, { recoveryInstanceIDs }, 'CHG-2'), 'accepted');
    await jobsEnd();
    await target().watch.fleet.fresh(0);
    const { recoveryInstanceIDs: left, leftOut } = await relaunchOf(services(), launchID);
    expect(left).toEqual([]);
    expect(leftOut).toMatchObject([{ reason: 'It is home already.' }]);
  });
});
