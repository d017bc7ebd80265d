import { expect, it } from 'vitest';
import type { FailbackLaunch } from '@/lib/contract/failback-launch';
import { onEveryDatabase } from '@/lib/store/testing/databases';
import { jobView } from '@/lib/views/jobs';
// The simulator stands for DRS; the console itself never imports it.
import { startSimulator } from '../simulator/server';
import { describeLaunch } from './describe';
import { readLaunch } from './read';
import { useLaunching } from './testing/launching';

onEveryDatabase((location) => {
  const { services, control, fault, target, launchServers, read, first, become } = useLaunching(
    location,
    startSimulator,
  );

  const readFully = async (launchID: string): Promise<FailbackLaunch> =>
    describeLaunch(services(), await readLaunch(services(), launchID), { withLogs: true });
  const away = (operation: string) => control('faults', { operation, kind: 'reset' });

  it('tells when DRS was really read, and why it is not read any more', async () => {
    const launchID = await launchServers(1);
    await become(launchID, 'accepted');
    await target().watch.jobs.fresh(0);
    expect((await read(launchID)).reading).toMatchObject({ target: 'eu-west-1', problem: null });
    await away('DescribeJobs');
    await target().watch.jobs.refresh();
    const asOf = target().watch.jobs.last()?.asOf.toISOString();
    expect((await read(launchID)).reading).toMatchObject({
      asOf,
      problem: { code: 'drs-unreachable' },
      retryAt: expect.any(String),
    });
  });

  it('tells why the log of its job cannot be read', async () => {
    const launchID = await launchServers(1);
    await become(launchID, 'accepted');
    const { reading, batches } = await readFully(launchID);
    expect(reading?.problem).toBeNull();
    await away('DescribeJobLogItems');
    const log = target().watch.log(batches[0]?.job ?? { jobID: '' });
    await log.refresh();
    expect((await readFully(launchID)).reading).toMatchObject({
      asOf: log.last()?.asOf.toISOString(),
      problem: { code: 'drs-unreachable' },
    });
  });

  it('tells how old its job is while DRS does not list it, and that it is gone when it should', async () => {
    const launchID = await launchServers(1);
    await become(launchID, 'accepted');
    const stored = await readLaunch(services(), launchID);
    const [batch] = stored.batches;
    if (!batch?.job) throw new Error('The launch has no job.');
    const jobID = 'drsjob-0123456789abcdef0';
    const unlisted = { ...batch, jobID, job: { ...batch.job, jobID } };
    const described = async () => {
      await target().watch.jobs.fresh(0);
      const launch = { ...stored, batches: [unlisted] };
      const { reading, batches } = await describeLaunch(services(), launch, { withLogs: true });
      return { asOf: reading?.asOf, job: batches[0]?.job, outcome: batches[0]?.outcome?.outcome };
    };
    const { answeredDateTime } = batch;
    expect(await described()).toMatchObject({ asOf: answeredDateTime, outcome: 'running' });
    const later = new Date(Date.now() - 20 * 60_000).toISOString();
    unlisted.answeredDateTime = later;
    const gone = await described();
    expect(gone).toMatchObject({ job: { unlistedSince: later }, outcome: 'unknown' });
    expect(gone.asOf).toBe(target().watch.jobs.last()?.asOf.toISOString());
  });

  it('says nothing of DRS while nothing of it was read there', async () => {
    const launchID = await launchServers(1);
    await become(launchID, 'accepted');
    const stored = await readLaunch(services(), launchID);
    const refused = stored.batches.map((batch) => ({
      ...batch,
      state: 'rejected' as const,
      jobID: null,
      job: null,
    }));
    const launch = { ...stored, batches: refused };
    expect(await describeLaunch(services(), launch, { withLogs: true })).toMatchObject({
      reading: null,
    });
  });

  it('shows its job before DRS lists it', async () => {
    await fault('hidden-job');
    const launchID = await launchServers(1);
    await become(launchID, 'accepted');
    const { jobID } = await first(launchID);
    expect((await jobView(target(), jobID ?? '')).job).toMatchObject({ jobID });
  });
});
