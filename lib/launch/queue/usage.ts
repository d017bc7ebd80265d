import type { Job } from '@/lib/contract/job';
import { isUnderWay } from '@/lib/outcome/under-way';
import type { Usage } from '../plan';

/** What the jobs that have not ended take of the quotas. A job keeps all its servers to its end. */
export function usageOf(jobs: readonly Job[]): Usage {
  const running = jobs.filter(isUnderWay);
  const servers = running.map(({ participatingServers }) => participatingServers?.length ?? 0);
  return { jobs: running.length, servers: servers.reduce((sum, count) => sum + count, 0) };
}
