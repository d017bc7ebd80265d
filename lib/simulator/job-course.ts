import type { Fate, Server } from './fleet';
import { Random } from './random';
import { wireTime } from './wire-time';

export interface Job {
  jobID: string;
  arn: string;
  initiatedBy: 'FAILBACK' | 'START_RECOVERY';
  /** Milliseconds since the epoch, on the simulated clock. */
  created: number;
  /** How many times as fast as in reality it goes. */
  pace: number;
  servers: Pick<Server, 'sourceServerID' | 'recoveryInstanceID' | 'fate'>[];
  tags: Record<string, string>;
}

interface LogLine {
  at: number;
  event: string;
  eventData: Record<string, string>;
}

interface ServerCourse {
  launchBegins: number;
  ends: number;
  fate: Fate;
  log: LogLine[];
}

/** A second of reality, in milliseconds of this job. */
const secondOf = ({ pace }: Job) => 1_000 / pace;

/**
 * The whole course of a job, from its beginning to its end: a function of the job alone, so that what is
 * seen at any moment depends on the clock and on nothing else. Three to ten minutes, as published jobs take.
 * The order of a FAILBACK job's log is assumed; see DIFFERENCES.md.
 */
export function courseOf(job: Job): { servers: ServerCourse[]; ends: number; log: LogLine[] } {
  const second = secondOf(job);
  const servers = job.servers.map((server) => courseOfServer(job, server));
  const ends = Math.max(...servers.map((server) => server.ends)) + 4 * second;
  const log = [
    { at: job.created + 0.4 * second, event: 'JOB_START', eventData: {} },
    ...servers.flatMap((server) => server.log),
    { at: ends, event: 'JOB_END', eventData: {} },
  ].toSorted((one, other) => one.at - other.at);
  return { servers, ends, log };
}

function courseOfServer(job: Job, server: Job['servers'][number]): ServerCourse {
  const random = new Random(job.jobID, server.sourceServerID);
  const { sourceServerID, recoveryInstanceID, fate } = server;
  const second = secondOf(job);
  const isFailback = job.initiatedBy === 'FAILBACK';
  const converts = job.created + random.between(5, 45) * second;
  const conversion = random.between(110, 230) * second;
  const converted = converts + conversion;
  const launches = converted + second;
  const launch = random.between(60, 240) * second;
  const line = (at: number, event: string, data: Record<string, string> = {}) => ({
    at,
    event,
    eventData: { sourceServerID, ...data },
  });

  if (fate === 'skipped') {
    const at = job.created + 2 * second;
    return { fate, launchBegins: Infinity, ends: at, log: [line(at, 'SERVER_SKIPPED')] };
  }
  const snapshots = isFailback
    ? []
    : [
        line(job.created + 0.8 * second, 'SNAPSHOT_START'),
        line(job.created + second, 'SNAPSHOT_END'),
      ];
  const begin = [...snapshots, line(converts, 'CONVERSION_START')];
  if (fate === 'fails-conversion') {
    const at = converts + conversion * 0.7;
    const rawError =
      'Conversion failed on the Failback Client: volume /dev/sda is smaller than its source (64 GiB, needs 80 GiB).';
    return {
      fate,
      launchBegins: Infinity,
      ends: at,
      log: [...begin, line(at, 'CONVERSION_FAIL', { rawError })],
    };
  }
  const middle = [
    ...begin,
    line(converted, 'CONVERSION_END'),
    line(launches, 'LAUNCH_START', { targetInstanceID: recoveryInstanceID }),
  ];
  if (fate === 'fails-launch') {
    const at = launches + launch * 0.8;
    const rawError =
      'The machine did not come back after its reboot: boot device not found. Check that its firmware mode matches the original machine.';
    return {
      fate,
      launchBegins: launches,
      ends: at,
      log: [...middle, line(at, 'LAUNCH_FAILED', { rawError })],
    };
  }
  const ends = launches + launch;
  const targetInstanceID = recoveryInstanceID;
  // The live service writes LAUNCH_END although its model does not list it.
  return {
    fate,
    launchBegins: launches,
    ends,
    log: [...middle, line(ends, 'LAUNCH_END', { targetInstanceID })],
  };
}

const LAST_STATUS: Record<Fate, string> = {
  launched: 'LAUNCHED',
  'fails-conversion': 'FAILED',
  'fails-launch': 'FAILED',
  skipped: 'PENDING',
};

/** The job as DescribeJobs gives it at a moment. */
export function describeJob(job: Job, now: number) {
  const course = courseOf(job);
  return {
    jobID: job.jobID,
    arn: job.arn,
    type: 'LAUNCH',
    initiatedBy: job.initiatedBy,
    creationDateTime: wireTime(job.created),
    ...(now >= course.ends ? { endDateTime: wireTime(course.ends) } : {}),
    status: jobStatus(job, course.ends, now),
    participatingServers: job.servers.map((server, index) => ({
      sourceServerID: server.sourceServerID,
      recoveryInstanceID: server.recoveryInstanceID,
      launchStatus: launchStatus(course.servers[index], now),
      launchActionsStatus: { runs: [] },
    })),
    participatingResources: [],
    tags: job.tags,
  };
}

/** The lines of the job's log that have been written by a moment, oldest first. */
export function describeLog(job: Job, now: number) {
  return courseOf(job)
    .log.filter(({ at }) => at <= now)
    .map(({ at, event, eventData }) => ({ logDateTime: wireTime(at), event, eventData }));
}

/** Whether a server has come to the end of the job, and how. */
export function endOf(job: Job, recoveryInstanceID: string, now: number): Fate | 'under-way' {
  const index = job.servers.findIndex((server) => server.recoveryInstanceID === recoveryInstanceID);
  const course = courseOf(job);
  const server = course.servers[index];
  return server && now >= server.ends ? server.fate : 'under-way';
}

export function isRunning(job: Job, now: number): boolean {
  return now < courseOf(job).ends;
}

function jobStatus(job: Job, ends: number, now: number) {
  if (now >= ends) return 'COMPLETED';
  return now >= job.created + 2 * secondOf(job) ? 'STARTED' : 'PENDING';
}

function launchStatus(server: ServerCourse | undefined, now: number) {
  if (!server) return 'PENDING';
  if (now >= server.ends) return LAST_STATUS[server.fate];
  return now >= server.launchBegins ? 'IN_PROGRESS' : 'PENDING';
}
