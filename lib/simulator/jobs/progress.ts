import { memoizeByObject } from '../memoize-by-object';
import type { SpeedHistory } from '../speed-history';
import { type ServerEnd, jobEnd, serverEnd } from './course';
import type { Job, Participant } from './job';

export function isRunning(job: Job, now: number, speedHistory: SpeedHistory): boolean {
  const ends = job.participants.map((participant) => serverEnd(job, participant, speedHistory));
  return now < jobEnd(ends, speedHistory);
}

/** How the job has ended for a server, and when; undefined while it is under way or if it is in no such job. */
export function endFor(
  job: Job | undefined,
  recoveryInstanceID: string,
  now: number,
  speedHistory: SpeedHistory,
): ServerEnd | undefined {
  const participant = job && byRecoveryInstance(job.participants).get(recoveryInstanceID);
  if (!job || !participant) return undefined;
  const end = serverEnd(job, participant, speedHistory);
  return now >= end.at ? end : undefined;
}

const byRecoveryInstance = memoizeByObject(
  (participants: readonly Participant[]) =>
    new Map(participants.map((participant) => [participant.recoveryInstanceID, participant])),
);
