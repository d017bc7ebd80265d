import { expect, it, vi } from 'vitest';
import { startFailbackLaunch } from '@/lib/drs/failback-launch';
import type { Services } from '@/lib/services';
import { onEveryDatabase } from '@/lib/store/testing/databases';
// The simulator stands for DRS; the console itself never imports it.
import { startSimulator } from '../../simulator/server';
import { readHistory } from '../read';
import { dispatcherOf } from './dispatcher';
import { startLaunch } from '../request/start';
import { byRobin, requestFor, useLaunching } from '../testing/launching';

onEveryDatabase((location) => {
  const {
    services,
    anotherProcess,
    ahead,
    fault,
    counts,
    jobsEnd,
    target,
    round,
    readyServers,
    launchServers,
    first,
    become,
  } = useLaunching(location, startSimulator);

  it('sends nothing that is late: what was claimed and did not leave in time goes back', async () => {
    let late = 0;
    const slow: Services = {
      ...services(),
      dispatchers: new Map(),
      monotonic: () => performance.now() + late,
    };
    const sent = vi.spyOn(slow.targets.get('eu-west-1').drs.mutations, 'send');
    const recoveryInstanceIDs = await readyServers(1);
    // The process stands still between its claim and the wire.
    sent.mockImplementationOnce((...given: unknown[]) => {
      late = 10_000;
      sent.mockRestore();
      const { mutations } = slow.targets.get('eu-west-1').drs;
      return (mutations.send as (...given: unknown[]) => never)(...given);
    });
    const { launch } = await startLaunch(slow, requestFor(recoveryInstanceIDs), byRobin());
    await become(launch.launchID, 'accepted', slow);
    expect(await counts()).toEqual([1]);
    const history = await readHistory(services(), launch.launchID);
    const calls = history.filter(({ kind }) => kind === 'call').map(({ detail }) => detail);
    expect(calls).toMatchObject([
      { attempt: 1, code: 'not-sent' },
      { attempt: 2, status: 200 },
    ]);
  });

  it('takes no job for its own that began while it waited and was over before its first call', async () => {
    const [one = ''] = await readyServers(1);
    dispatcherOf(services(), target()).stop();
    const launchID = await launchServers(1, { recoveryInstanceIDs: [one], withoutTags: true });
    await startFailbackLaunch(target().drs, [one], {}, () => undefined);
    await jobsEnd();
    ahead.wall += 15 * 60_000;
    await fault('throttle');
    const next = anotherProcess();
    const dispatcher = dispatcherOf(next, next.targets.get('eu-west-1'));
    await dispatcher.send({ target: 'eu-west-1', launchID, number: 1 }, 0, []);
    expect(await first(launchID)).toMatchObject({ state: 'planned', attempts: 1, jobID: null });
    dispatcher.stop();
    await (await next.store()).destroy();
  });

  it.each([-1, 1])(
    'doubles nothing when the clock is set by %i h during a launch',
    async (hours) => {
      await fault('commit-then-drop');
      const recoveryInstanceIDs = await readyServers(2);
      const [one = '', other = ''] = recoveryInstanceIDs;
      const launchID = await launchServers(1, { recoveryInstanceIDs: [one] });
      ahead.wall += hours * 60 * 60_000;
      await become(launchID, 'found');
      await expect(launchServers(1, { recoveryInstanceIDs: [one] }, 'CHG-2')).rejects.toThrow(
        /cannot be launched now|its end is not clear/,
      );
      await launchServers(1, { recoveryInstanceIDs: [other] }, 'CHG-3');
      await round();
      expect(await counts()).toEqual([1, 1]);
    },
  );
});
