import type { Job } from '@/lib/contract/job';
import type { Usage } from './plan';

/** What the jobs that have not ended take of the quotas. A job keeps all its servers to its end. */
export function usageOf(jobs: readonly Job[]): Usage {
  const running = jobs.filter(isRunning);
  const servers = running.map(({ participatingServers }) => participatingServers?.length ?? 0);
  return { jobs: running.length, servers: servers.reduce((sum, count) => sum + count, 0) };
}

/** Whether a job still holds its place. What DRS does not call ended has not ended. */
export const isRunning = ({ status, endDateTime }: Pick<Job, 'status' | 'endDateTime'>) =>
  status !== 'COMPLETED' && !endDateTime;
