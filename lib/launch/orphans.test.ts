import { expect, it } from 'vitest';
import { parseConfig } from '@/lib/config';
import { makeServices } from '@/lib/services';
import { writeIntent } from '@/lib/store/intent';
import { onEveryDatabase } from '@/lib/store/testing/databases';
import { aBatch, aLaunch } from '@/lib/store/testing/launch';
import { orphanedLaunches, warnAboutOrphans } from './orphans';

onEveryDatabase((location) => {
  function restart(name: string) {
    const { dataFolder, databaseURL } = location();
    const told: string[] = [];
    const services = makeServices(
      parseConfig({
        AWS_REGION: 'eu-west-1',
        HOMEWARD_TARGET: name,
        HOMEWARD_DATA_DIR: dataFolder,
        DATABASE_URL: databaseURL,
      }),
    );
    const warn = (event: string, error: unknown) => void told.push(`${event}: ${String(error)}`);
    return { ...services, warn, told };
  }

  it('names the open launches of a target that was renamed, and how to go on', async () => {
    const before = restart('production');
    const launch = aLaunch({
      target: 'production',
      batches: [aBatch(), aBatch({ number: 2, recoveryInstanceIDs: ['i-00000002'] })],
    });
    await writeIntent(await before.store(), launch, new Date('2026-11-24T10:00:00Z'));
    expect(await orphanedLaunches(before)).toEqual([]);
    await (await before.store()).destroy();

    const after = restart('eu-west-1');
    await warnAboutOrphans(after);
    expect(await orphanedLaunches(after)).toEqual([
      {
        target: 'production',
        launchIDs: [launch.launchID],
        detail: expect.stringMatching(/give it this name again until they have ended/),
      },
    ]);
    expect(after.told).toEqual([
      expect.stringMatching(/^launches have lost their target: No target is called "production"/),
    ]);
    await (await after.store()).destroy();
  });

  it('says nothing of launches that have ended', async () => {
    const services = restart('eu-west-1');
    const ended = aLaunch({ target: 'production', batches: [aBatch({ state: 'dismissed' })] });
    await writeIntent(await services.store(), ended, new Date('2026-11-24T10:00:00Z'));
    expect(await orphanedLaunches(services)).toEqual([]);
    await (await services.store()).destroy();
  });
});
