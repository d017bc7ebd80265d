import type {
  PastJob,
  PastLaunch,
  RecoveryInstanceHistory,
} from '@/lib/contract/recovery-instance-history';
import { parseInstant } from '@/lib/format';

/** A job the server took part in, with the launch that asked for it; or a launch that came to no job. */
export type HistoryEntry =
  | { kind: 'job'; at: string | undefined; job: PastJob; launch: PastLaunch | undefined }
  | { kind: 'launch'; at: string; launch: PastLaunch };

/** Jobs and launches as one history, newest first. */
export function historyEntries({
  jobs,
  launches,
}: Pick<RecoveryInstanceHistory, 'jobs' | 'launches'>): HistoryEntry[] {
  const byJob = new Map(launches.map((launch) => [launch.jobID, launch]));
  const known = new Set<string | null>(jobs.map(({ jobID }) => jobID));
  const entries: HistoryEntry[] = [
    ...jobs.map((job) => ({
      kind: 'job' as const,
      at: job.creationDateTime,
      job,
      launch: byJob.get(job.jobID),
    })),
    ...launches
      .filter(({ jobID }) => !known.has(jobID))
      .map((launch) => ({ kind: 'launch' as const, at: launch.createdDateTime, launch })),
  ];
  return entries.toSorted((one, other) => momentOf(other) - momentOf(one));
}

const momentOf = ({ at }: HistoryEntry) => parseInstant(at)?.getTime() ?? 0;
