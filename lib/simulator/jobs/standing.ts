import { oncePer } from '../once';
import type { Paces } from '../paces';
import { type ServerEnd, jobEnd, serverEnd } from './course';
import type { Job, Participant } from './job';

export function isRunning(job: Job, now: number, paces: Paces): boolean {
  const ends = job.participants.map((participant) => serverEnd(job, participant, paces));
  return now < jobEnd(ends, paces);
}

/** How the job has ended for a server, and when; undefined while it is under way or if it is in no such job. */
export function endFor(
  job: Job | undefined,
  recoveryInstanceID: string,
  now: number,
  paces: Paces,
): ServerEnd | undefined {
  const participant = job && byRecoveryInstance(job.participants).get(recoveryInstanceID);
  if (!job || !participant) return undefined;
  const end = serverEnd(job, participant, paces);
  return now >= end.at ? end : undefined;
}

const byRecoveryInstance = oncePer(
  (participants: readonly Participant[]) =>
    new Map(participants.map((participant) => [participant.recoveryInstanceID, participant])),
);
