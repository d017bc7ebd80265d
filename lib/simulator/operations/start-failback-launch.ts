import { checkShape, list, tagMap, text } from '../constraints';
import { describeInstance } from '../describe-instance';
import { conflict, quotaExceeded, validation } from '../errors';
import type { Server } from '../fleet';
import { describeJob, endOf, isRunning } from '../job-course';
import type { World } from '../world';
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
  run: ({ world, input, now, pace, isGuarded }) => {
    const ids = [...new Set(input.recoveryInstanceIDs as string[])];
    const servers = ids.map((id) => find(world, id));
    checkQuotas(world, servers, now);
    if (isGuarded) for (const server of servers) checkState(world, server, now);
    const tags = (input.tags ?? {}) as Record<string, string>;
    const job = world.addJob(servers, 'FAILBACK', now, tags, pace);
    return { job: describeJob(job, now) };
  },
};

function find(world: World, id: string): Server {
  const server = world.servers.get(id);
  if (server) return server;
  throw validation('other', `Recovery Instance ${id} was not found in this account.`);
}

function checkQuotas(world: World, servers: Server[], now: number) {
  if (servers.length > SERVERS_PER_JOB) {
    throw quotaExceeded('L-B827C881', `A job takes at most ${SERVERS_PER_JOB} source servers.`);
  }
  const running = [...world.jobs.values()].filter((job) => isRunning(job, now));
  if (running.length >= JOBS_AT_ONCE) {
    throw quotaExceeded('L-D88FAC3A', `At most ${JOBS_AT_ONCE} jobs may be in progress.`);
  }
  const busy = running.reduce((sum, job) => sum + job.servers.length, 0);
  if (busy + servers.length > SERVERS_IN_ALL_JOBS) {
    throw quotaExceeded(
      'L-05AFA8C6',
      `At most ${SERVERS_IN_ALL_JOBS} source servers may be in all jobs.`,
    );
  }
}

function checkState(world: World, server: Server, now: number) {
  const { recoveryInstanceID, condition } = server;
  const job = world.jobs.get(server.failbackJobID ?? '');
  if (job && endOf(job, recoveryInstanceID, now) === 'under-way') {
    throw conflict(
      'One or more of the Recovery Instances included in API call are currently being processed by a Job',
      recoveryInstanceID,
    );
  }
  if (condition.origin === 'AWS') {
    throw conflict(
      `Recovery Instance ${recoveryInstanceID} originates in AWS; use StartRecovery on its reversed source server.`,
      recoveryInstanceID,
    );
  }
  const { state } = describeInstance(world, server, now).failback;
  if (state !== 'FAILBACK_READY_FOR_LAUNCH') {
    throw conflict(
      `Recovery Instance ${recoveryInstanceID} is in state ${state} and cannot be launched for failback.`,
      recoveryInstanceID,
    );
  }
}
