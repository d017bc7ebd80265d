import { memoizeByObject } from '../memoize-by-object';
import { type SpeedHistory, whenWorked } from '../speed-history';
import type { Job, Participant } from './job';
import { type ServerSteps, stepsOf } from './steps';

// The course of a job from its beginning to its end is a function of the job and of the speed history alone, so what a
// caller sees at any moment depends on the clock and on nothing else. Instants are milliseconds since the epoch.

interface LogLine {
  at: number;
  event: string;
  eventData: Record<string, string>;
}

export interface ServerEnd {
  /** When its launch status turns to IN_PROGRESS; Infinity: never. */
  launchBegins: number;
  at: number;
  status: ServerSteps['status'];
  /** Since when its failback client was silent, if that is what ended it. */
  clientLost?: number;
}

/** How long a failback client may stay silent before its launch is given up, in milliseconds of work. */
const CLIENT_PATIENCE = 300_000;

/** How a job ends for one of its servers, and when. */
export const serverEnd = (job: Job, participant: Participant, speedHistory: SpeedHistory) =>
  endOf(participant, job, speedHistory, participant.clientLost ?? Infinity);

const endOf = memoizeByObject(
  (
    participant: Participant,
    job: Job,
    speedHistory: SpeedHistory,
    clientLost: number,
  ): ServerEnd => {
    const at = (seconds: number) => whenWorked(speedHistory, job.created, seconds * 1_000);
    const { launchBegins, ends, status } = stepsOf(job, participant);
    const planned = {
      launchBegins: launchBegins === undefined ? Infinity : at(launchBegins),
      at: at(ends),
      status,
    };
    // Once the machine reboots it does without its failback client.
    if (clientLost >= Math.min(planned.launchBegins, planned.at)) return planned;
    const given = whenWorked(speedHistory, Math.max(clientLost, job.created), CLIENT_PATIENCE);
    return { launchBegins: Infinity, at: given, status: 'FAILED', clientLost };
  },
);

/** When the job ends as a whole. */
export function jobEnd(ends: readonly ServerEnd[], speedHistory: SpeedHistory): number {
  return whenWorked(speedHistory, Math.max(...ends.map(({ at }) => at)), 4_000);
}

/** Everything that will be in the job's log, oldest first. */
export function logOf(job: Job, speedHistory: SpeedHistory): LogLine[] {
  const ends = job.participants.map((participant) => serverEnd(job, participant, speedHistory));
  const begin = {
    at: whenWorked(speedHistory, job.created, 400),
    event: 'JOB_START',
    eventData: {},
  };
  // In published jobs JOB_END is logged a little after the job has ended.
  const end = {
    at: whenWorked(speedHistory, jobEnd(ends, speedHistory), 26),
    event: 'JOB_END',
    eventData: {},
  };
  const servers = job.participants.flatMap((participant, index) =>
    serverLog(job, participant, ends[index], speedHistory),
  );
  return [begin, ...servers, end].toSorted((one, other) => one.at - other.at);
}

function serverLog(
  job: Job,
  participant: Participant,
  end: ServerEnd | undefined,
  speedHistory: SpeedHistory,
): LogLine[] {
  const { sourceServerID } = participant;
  const lines = stepsOf(job, participant).steps.map(({ after, event, data }) => ({
    at: whenWorked(speedHistory, job.created, after * 1_000),
    event,
    eventData: { sourceServerID, ...data },
  }));
  if (end?.clientLost === undefined) return lines;
  const { clientLost, at } = end;
  const rawError = 'The Failback Client was not seen for 5 minutes.';
  return [
    ...lines.filter((line) => line.at <= clientLost),
    { at, event: 'CONVERSION_FAIL', eventData: { sourceServerID, rawError } },
  ];
}
