import type { Job } from '@/lib/contract/job';
import { isUnderWay } from '@/lib/outcome/under-way';
import type { StoredBatch } from '@/lib/store/launches';
import { listedSince } from './listed-since';

/** The job of a batch as it is known. */
export interface KnownJob {
  job: Job;
  /** The instant of DRS's answer, when the job is known from there alone: it may be out of sight for a while. */
  answeredDateTime?: string;
}

/**
 * The job of a batch as DRS lists it or, where it does not, as DRS answered with it. One that a reading of `asOf` (ISO
 * 8601; null without one) should have and has not is marked as no longer listed: nobody knows what has become of it.
 */
export function jobOf(
  { jobID, job, answeredDateTime }: StoredBatch,
  listed: ReadonlyMap<string, Job> | undefined,
  asOf: string | null,
): KnownJob | null {
  const known = listed?.get(jobID ?? '');
  if (known) return { job: known };
  if (!job || !answeredDateTime || !isUnderWay(job)) return job && { job };
  const isGone = asOf !== null && answeredDateTime < listedSince(new Date(asOf));
  return isGone ? { job: { ...job, unlistedSince: answeredDateTime } } : { job, answeredDateTime };
}
