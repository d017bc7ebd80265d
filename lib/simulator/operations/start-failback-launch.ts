import { checkShape, list, tagMap, text } from '../constraints';
import { conflict, quotaExceeded, validation } from '../errors';
import { describeJob } from '../describe/job';
import { isRunning } from '../jobs/standing';
import { addFailbackJob } from '../world/add-failback-job';
import { isListed, lifeOf, runningJobOf } from '../world/life';
import type { Moment } from '../world/moment';
import type { RecoveryInstance } from '../world/recovery-instance';
import type { World } from '../world/world';
import type { Operation } from './operation';

/** https://docs.aws.amazon.com/general/latest/gr/drs.html */
const SERVERS_PER_JOB = 100;
const JOBS_AT_ONCE = 20;
const SERVERS_IN_ALL_JOBS = 500;

/** https://docs.aws.amazon.com/drs/latest/APIReference/API_StartFailbackLaunch.html */
export const startFailbackLaunch: Operation = {
  checkShape: (input) =>
    checkShape(input, {
      recoveryInstanceIDs: {
        required: true,
        constraint: list({
          min: 1,
          max: 200,
          of: text({ min: 10, max: 19, pattern: /^i-[0-9a-fA-F]{8,}$/ }),
        }),
      },
      tags: { constraint: tagMap },
    }),
  // All or nothing: one server that may not be launched refuses the whole request.
  run: ({ world, input, moment, isGuarded }) => {
    const ids = [...new Set(input.recoveryInstanceIDs as string[])];
    const servers = ids.map((id) => find(world, id, moment));
    checkQuotas(world, servers, moment);
    if (isGuarded) for (const server of servers) checkState(world, server, moment);
    const tags = (input.tags ?? {}) as Record<string, string>;
    const job = addFailbackJob(world, ids, moment, tags);
    return { job: describeJob(world, job, moment) };
  },
};

function find(world: World, id: string, moment: Moment): RecoveryInstance {
  const server = world.recoveryInstances[id];
  if (server && isListed(world, server, moment)) return server;
  throw validation('other', `Recovery Instance ${id} was not found in this account.`);
}

function checkQuotas(world: World, servers: RecoveryInstance[], { now, paces }: Moment) {
  if (servers.length > SERVERS_PER_JOB) {
    throw quotaExceeded('L-B827C881', `A job takes at most ${SERVERS_PER_JOB} source servers.`);
  }
  const running = Object.values(world.jobs).filter((job) => isRunning(job, now, paces));
  if (running.length >= JOBS_AT_ONCE) {
    throw quotaExceeded('L-D88FAC3A', `At most ${JOBS_AT_ONCE} jobs may be in progress.`);
  }
  const busy = running.reduce((sum, job) => sum + job.participants.length, 0);
  if (busy + servers.length > SERVERS_IN_ALL_JOBS) {
    throw quotaExceeded(
      'L-05AFA8C6',
      `At most ${SERVERS_IN_ALL_JOBS} source servers may be in all jobs.`,
    );
  }
}

function checkState(world: World, server: RecoveryInstance, moment: Moment) {
  const { recoveryInstanceID, origin } = server;
  if (runningJobOf(world, server, moment)) {
    throw conflict(
      'One or more of the Recovery Instances included in API call are currently being processed by a Job',
      recoveryInstanceID,
    );
  }
  if (origin) {
    throw conflict(
      `Recovery Instance ${recoveryInstanceID} originates in AWS; use StartRecovery on its reversed source server.`,
      recoveryInstanceID,
    );
  }
  const { failbackState } = lifeOf(world, server, moment);
  if (failbackState !== 'FAILBACK_READY_FOR_LAUNCH') {
    throw conflict(
      `Recovery Instance ${recoveryInstanceID} is in state ${failbackState} and cannot be launched for failback.`,
      recoveryInstanceID,
    );
  }
}
