import { type ServerEnd, jobEnd, logOf, serverEnd } from '../jobs/course';
import type { Job } from '../jobs/job';
import { whenWorked } from '../speed-history';
import type { Moment } from '../world/moment';
import { type World, arnOf } from '../world/world';
import { wireTime } from './wire-time';

/** The job as DescribeJobs gives it at a moment. */
export function describeJob(world: World, job: Job, { now, speedHistory, timestamps }: Moment) {
  const servers = job.participants.map((participant) => serverEnd(job, participant, speedHistory));
  const ends = jobEnd(servers, speedHistory);
  const isOver = now >= ends;
  const isStarted = now >= whenWorked(speedHistory, job.created, 2_000);
  const ofRecovery = ['START_RECOVERY', 'START_DRILL'].includes(job.initiatedBy);
  return {
    jobID: job.jobID,
    arn: arnOf(world, `job/${job.jobID}`),
    type: job.initiatedBy === 'TERMINATE_RECOVERY_INSTANCES' ? 'TERMINATE' : 'LAUNCH',
    initiatedBy: job.initiatedBy,
    creationDateTime: wireTime(job.created, timestamps),
    ...(isOver ? { endDateTime: wireTime(ends, timestamps) } : {}),
    status: isOver ? 'COMPLETED' : isStarted ? 'STARTED' : 'PENDING',
    participatingServers: job.participants.map(({ sourceServerID, recoveryInstanceID }, index) => ({
      sourceServerID,
      // Published jobs of a recovery do not name the instance that they launched.
      ...(ofRecovery ? {} : { recoveryInstanceID }),
      launchStatus: launchStatus(servers[index], now),
      launchActionsStatus: { runs: [] },
    })),
    participatingResources: [],
    tags: job.tags,
  };
}

/** The lines of the job's log that have been written by a moment, oldest first. */
export function describeLog(job: Job, { now, speedHistory, timestamps }: Moment) {
  return logOf(job, speedHistory)
    .filter(({ at }) => at <= now)
    .map(({ at, event, eventData }) => ({
      logDateTime: wireTime(at, timestamps),
      event,
      eventData,
    }));
}

function launchStatus(server: ServerEnd | undefined, now: number) {
  if (!server) return 'PENDING';
  if (now >= server.at) return server.status;
  return now >= server.launchBegins ? 'IN_PROGRESS' : 'PENDING';
}
