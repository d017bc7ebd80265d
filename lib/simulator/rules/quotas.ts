import { quotaExceeded } from '../errors';
import { isRunning } from '../jobs/progress';
import type { Moment } from '../world/moment';
import type { World } from '../world/world';

/** The quotas of DRS in one account and Region. */
export interface Quotas {
  serversPerJob: number;
  jobsAtOnce: number;
  serversInAllJobs: number;
}

/** https://docs.aws.amazon.com/general/latest/gr/drs.html */
export const DEFAULT_QUOTAS: Quotas = {
  serversPerJob: 100,
  jobsAtOnce: 20,
  serversInAllJobs: 500,
};

/** Refuses a job of so many servers that would break a quota. */
export function checkQuotas(
  world: World,
  servers: number,
  { serversPerJob, jobsAtOnce, serversInAllJobs }: Quotas,
  { now, speedHistory }: Moment,
) {
  if (servers > serversPerJob) {
    throw quotaExceeded('L-B827C881', `A job takes at most ${serversPerJob} source servers.`);
  }
  const running = Object.values(world.jobs).filter((job) => isRunning(job, now, speedHistory));
  if (running.length >= jobsAtOnce) {
    throw quotaExceeded('L-D88FAC3A', `At most ${jobsAtOnce} jobs may be in progress.`);
  }
  const busy = running.reduce((sum, job) => sum + job.participants.length, 0);
  if (busy + servers > serversInAllJobs) {
    throw quotaExceeded(
      'L-05AFA8C6',
      `At most ${serversInAllJobs} source servers may be in all jobs.`,
    );
  }
}
