import { checkpoint } from '@/lib/checkpoints';
import type { Job } from '@/lib/contract/job';
import type { RecoveryInstance } from '@/lib/contract/recovery-instance';
import { describeJobs } from '@/lib/drs/jobs';
import { describeRecoveryInstances } from '@/lib/drs/recovery-instances';
import type { OpenBatch } from '@/lib/store/queue';
import type { SendContext } from '../send-context';

/** Jobs from this long before the launch are read too: clocks may be wrong by hours, and more jobs do no harm. */
const SKEW = 24 * 60 * 60_000;

/** One reading of the jobs, and when, on this process's stopwatch, it began. */
export interface Reading {
  jobs: Job[];
  since: string;
  began: number;
  /** The servers, read once and not before they are asked for. Rejects while DRS cannot be read. */
  servers: () => Promise<RecoveryInstance[]>;
}

/** Reads the jobs among which those of these batches would be. Rejects while DRS cannot be read. */
export async function readJobs(
  { context, target }: SendContext,
  batches: OpenBatch[],
): Promise<Reading> {
  const asked = batches.map(({ launchDateTime }) => Date.parse(launchDateTime));
  const since = new Date(Math.min(context.clock.now().getTime(), ...asked) - SKEW).toISOString();
  checkpoint('before-look');
  const began = context.monotonic();
  const jobs = await describeJobs(target.drs, { fromDate: since });
  let servers: Promise<RecoveryInstance[]> | undefined;
  return {
    jobs,
    since,
    began,
    servers: () => (servers ??= describeRecoveryInstances(target.drs)),
  };
}

/** What the servers of a batch name as their last failback. */
export interface Pointers {
  ids: string[];
  /** Of these jobs, those that the reading did not list. */
  jobs: Job[];
}

/** Asks the servers of a batch for their last failback. */
export async function readPointers(
  { target }: SendContext,
  batch: OpenBatch,
  reading: Reading,
): Promise<Pointers> {
  const wanted = new Set(batch.recoveryInstanceIDs);
  const named = (await reading.servers())
    .filter(({ recoveryInstanceID }) => wanted.has(recoveryInstanceID))
    .flatMap(({ failback }) => failback?.failbackJobID ?? []);
  const ids = [...new Set(named)];
  const unlisted = ids.filter((id) => !reading.jobs.some(({ jobID }) => jobID === id));
  const jobs = await describeJobs(target.drs, { jobIDs: unlisted });
  return { ids, jobs };
}
