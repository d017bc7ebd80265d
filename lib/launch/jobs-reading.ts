import type { JobsReading } from '@/lib/contract/failback-launch';
import type { JobOutcome } from '@/lib/contract/job';
import type { Problem } from '@/lib/contract/problem';
import { isUnderWay } from '@/lib/outcome/under-way';
import type { Target } from '@/lib/targets/target';
import type { Reading } from '@/lib/watch/snapshot';
import { snapshotHeaderOf } from '@/lib/views/snapshot-header';
import type { KnownJob } from './batch-job';

/** A job with what has become of it, and how its log was read if it was asked for. */
export interface JudgedJob extends KnownJob {
  outcome: JobOutcome;
  asOf?: Date | undefined;
  problem?: Problem | null;
}

/** How the jobs of a target were last read; `reading` is undefined before the first one. */
export function readingOf(target: Target, reading: Reading<unknown> | undefined): JobsReading {
  const { name, watch } = target;
  if (!reading) {
    const { problem } = watch.jobs;
    return { target: name, asOf: null, problem, retryAt: null, intervalSeconds: null };
  }
  const { asOf, problem, retryAt, intervalSeconds } = snapshotHeaderOf(target, reading);
  return { target: name, asOf, problem, retryAt, intervalSeconds };
}

/** The same with the first log that could not be read, of those that are still needed. */
export function withLogsOf(
  reading: JobsReading | null,
  jobs: readonly (JudgedJob | null)[],
): JobsReading | null {
  if (!reading || reading.problem) return reading;
  const needed = jobs.filter(
    (judged) => judged !== null && (isUnderWay(judged.job) || !judged.outcome.isLogRead),
  );
  const failing = needed.find((judged) => judged?.problem);
  if (!failing?.problem) return reading;
  const asOf = failing.asOf?.toISOString() ?? reading.asOf;
  return { ...reading, problem: failing.problem, asOf };
}

/** The same, as old as the oldest job that is known from the answer of DRS alone. */
export function withAnswersOf(
  reading: JobsReading | null,
  jobs: readonly (JudgedJob | null)[],
): JobsReading | null {
  if (!reading || reading.asOf === null) return reading;
  const answered = jobs.flatMap((judged) => judged?.answeredDateTime ?? []);
  const [asOf = null] = [reading.asOf, ...answered].toSorted();
  return { ...reading, asOf };
}
