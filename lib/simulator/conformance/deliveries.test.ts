import { StartFailbackLaunchCommand } from '@aws-sdk/client-drs';
import { describe, expect, it } from 'vitest';
import { aim, isSimulated } from './target';

const target = aim();

describe.skipIf(!isSimulated)('an answer that is lost on the way', () => {
  it.each([
    ['html-502', 'SyntaxError', 0],
    ['reset', 'TimeoutError', 0],
    ['truncate', 'Error', 1],
    ['commit-then-drop', 'TimeoutError', 1],
    ['commit-then-500', 'InternalServerException', 1],
    ['commit-then-conflict', 'ConflictException', 1],
    ['commit-then-quota', 'ServiceQuotaExceededException', 1],
  ])('(%s) is to the SDK a %s, and the launch has happened %i times', async (kind, name, times) => {
    const [id = ''] = await target.ready();
    await target.tell('faults', { operation: 'StartFailbackLaunch', kind, count: 1 });
    const lost = target.drs.send(new StartFailbackLaunchCommand({ recoveryInstanceIDs: [id] }));
    await expect(lost).rejects.toMatchObject({ name });
    expect((await target.ask('effects')).launches).toEqual(times ? { [id]: times } : {});
    expect((await target.ask('calls?operation=StartFailbackLaunch')).calls).toHaveLength(1);
    expect((await target.instance(id))?.failback?.failbackJobID !== undefined).toBe(times > 0);
  });
});
