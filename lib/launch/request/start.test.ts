import { CompiledQuery, PostgresDriver, SqliteDriver } from 'kysely';
import { expect, it, vi } from 'vitest';
import type { ProblemError } from '@/lib/contract/problem-error';
import type { Services } from '@/lib/services';
import { storeUnavailable } from '@/lib/store/failures';
import { onEveryDatabase } from '@/lib/store/testing/databases';
// The simulator stands for DRS; the console itself never imports it.
import { startSimulator } from '../../simulator/server';
import { startLaunch } from '../request/start';
import { byRobin, requestFor, useLaunching } from '../testing/launching';

onEveryDatabase((location) => {
  const {
    services,
    target,
    fault,
    jobsEnd,
    counts,
    readyServers,
    launchServers,
    statesOf,
    become,
  } = useLaunching(location, startSimulator);

  it('says that a launch is on record when the store fails after its intent, and records its end later', async () => {
    let isDown = false;
    const failing: Services = {
      ...services(),
      dispatchers: new Map(),
      store: async () => {
        if (isDown) throw storeUnavailable(undefined);
        return services().store();
      },
    };
    const { mutations } = failing.targets.get('eu-west-1').drs;
    const sent = vi.spyOn(mutations, 'send');
    const recoveryInstanceIDs = await readyServers(1);
    sent.mockImplementationOnce((...given: unknown[]) => {
      isDown = true;
      sent.mockRestore();
      return (mutations.send as (...given: unknown[]) => never)(...given);
    });
    const launching = startLaunch(failing, requestFor(recoveryInstanceIDs), byRobin());
    const { problem } = await launching.then(
      () => expect.fail('It was answered without the store.'),
      (error: ProblemError) => error,
    );
    const launchID = problem.launchID ?? '';
    expect(problem).toMatchObject({ status: 503, code: 'launch-on-record' });
    expect(problem.detail).toContain(`${launchID} is on record`);
    expect(await counts()).toEqual([1]);
    isDown = false;
    await vi.waitFor(async () => expect(await statesOf(launchID)).toEqual(['accepted']), 10_000);
  });

  it('says that a launch may be on record when the answer to its commit is lost, and launches it once', async () => {
    const request = requestFor(await readyServers(1));
    const by = byRobin();
    const restore = loseAnswerToCommit('select 1 from launches');
    const { problem } = await startLaunch(services(), request, by).then(
      () => expect.fail('It was answered without the store.'),
      (error: ProblemError) => error,
    );
    restore();
    expect(problem).toMatchObject({ status: 503, code: 'launch-may-be-on-record' });
    expect(problem.detail).not.toContain('Nothing is launched');
    const { launch, isRepetition } = await startLaunch(services(), request, by);
    expect(isRepetition).toBe(true);
    await become(launch.launchID, 'accepted');
    expect(await counts()).toEqual([1]);
  });

  it('surveys the servers again once an earlier launch of them turns out to be over', async () => {
    const { fleet, jobs } = target().watch;
    const recoveryInstanceIDs = await readyServers(1);
    const [oldFleet, oldJobs] = [await fleet.fresh(0), await jobs.fresh(0)];
    await become(await launchServers(1, { recoveryInstanceIDs }), 'accepted');
    await jobsEnd();
    await fault('unguarded');
    // The lists of DRS lag behind; what it says of the one job does not.
    vi.spyOn(fleet, 'fresh').mockResolvedValueOnce(oldFleet);
    vi.spyOn(jobs, 'fresh').mockResolvedValueOnce(oldJobs);
    const again = startLaunch(services(), requestFor(recoveryInstanceIDs), byRobin('CHG-2'));
    await expect(again).rejects.toThrow(/cannot be launched now/);
    expect(await counts()).toEqual([1]);
  });
});

/** Loses the answer to the first commit after which a query finds something. Gives what restores the drivers. */
function loseAnswerToCommit(query: string) {
  const found = CompiledQuery.raw(query);
  const spies = [SqliteDriver.prototype, PostgresDriver.prototype].map((driver) => {
    const commit = driver.commitTransaction;
    const spy = vi.spyOn(driver, 'commitTransaction');
    return spy.mockImplementation(async function (this: SqliteDriver & PostgresDriver, connection) {
      const { rows } = await connection.executeQuery(found);
      await commit.call(this, connection);
      if (rows.length > 0) throw Object.assign(new Error('lost'), { code: 'ECONNRESET' });
    });
  });
  return () => spies.forEach((spy) => spy.mockRestore());
}
