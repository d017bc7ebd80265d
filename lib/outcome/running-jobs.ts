import type { Job, ParticipatingServer } from '@/lib/contract/job';
import type { RecoveryInstance } from '@/lib/contract/recovery-instance';
import { isUnderWay } from './under-way';

/** Launch statuses after which a server is free again, though its job may go on for others. */
const ENDED = new Set(['LAUNCHED', 'FAILED', 'TERMINATED']);

/**
 * Finds the job that holds a server now, whoever started it: DRS lets a server be in one job at a time.
 * https://docs.aws.amazon.com/general/latest/gr/drs.html
 */
export function indexRunningJobs(jobs: readonly Job[]) {
  const byServer = new Map<string, Job>();
  for (const job of jobs.filter(isUnderWay)) {
    for (const server of job.participatingServers ?? []) {
      if (hasEnded(server)) continue;
      for (const id of idsOf(server)) byServer.set(id, job);
    }
  }
  return ({ recoveryInstanceID, sourceServerID }: RecoveryInstance): Job | undefined =>
    byServer.get(recoveryInstanceID) ?? byServer.get(sourceServerID ?? '');
}

/** Whether the job is over for this server, though it may go on for others. */
export const hasEnded = ({ launchStatus }: ParticipatingServer) => ENDED.has(launchStatus ?? '');

function idsOf({ recoveryInstanceID, sourceServerID }: ParticipatingServer): string[] {
  return [recoveryInstanceID, sourceServerID].filter((id) => id !== undefined);
}
