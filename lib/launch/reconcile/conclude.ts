import type { Job } from '@/lib/contract/job';
import type { OpenBatch } from '@/lib/store/queue';
import type { TransitionName } from '@/lib/store/transitions';

/** What a look for the job of a batch in doubt has brought to light. */
export interface Observation {
  batch: Pick<OpenBatch, 'state' | 'problem' | 'leaseMilliseconds' | 'evidence' | 'sentDateTime'>;
  /** Its own job, when that is certain. */
  job: Job | null;
  /** Whether a running job that is certainly another's has some of its servers. */
  isTaken: boolean;
  /** Whether there is a job that may be its own, and may be another's. */
  isAmbiguous: boolean;
  /** For how long it had been seen in this state when the jobs began to be read, in milliseconds. */
  elapsed: number;
  /** After how long a job is listed if there is one, in milliseconds. */
  settle: number;
  /** How many looks have read the jobs well, this one included. */
  looks: number;
  /** Whether its servers were asked for their last failback, too. */
  wereServersAsked: boolean;
}

/** What follows from a look; a transition is to be made unless the batch has moved on meanwhile. */
export type Conclusion =
  /** Its job is there: the launch happened. */
  | { kind: 'found'; job: Job }
  /** Nothing to do: its process records the answer, its turn comes, or a person decides. */
  | { kind: 'wait' }
  /** Its process has had all the time it could need. The call cannot leave any more; only its answer is lost. */
  | { kind: 'unanswered'; transition: 'giveUpOnAnswer' }
  /** The lost answer was a conflict, and another job has its servers: DRS refused it for that. */
  | { kind: 'taken'; transition: Ending }
  /** A job would be listed by now. Its servers may still name one. */
  | { kind: 'ask-servers' }
  /** It is too early to say. */
  | { kind: 'look-again' }
  /** The lost answer was a conflict and there is no job: DRS refused it. */
  | { kind: 'refused'; transition: Ending }
  /** It is certain neither that it was launched nor that it was not: a person decides. */
  | { kind: 'uncertain'; transition: 'park' | 'parkPostponed' };

type Ending = Extract<TransitionName, 'concludeRefused' | 'park'>;

/** One look may come at a moment when DRS lists too little. */
const LOOKS_NEEDED = 2;

/** What follows for a batch from a look. Nothing is ever sent for it, and without certainty it is left to a person. */
export function conclude(observation: Observation): Conclusion {
  const { batch, job, isAmbiguous, elapsed } = observation;
  if (job) return { kind: 'found', job };
  switch (batch.state) {
    case 'sending':
      return elapsed < (batch.leaseMilliseconds ?? 0)
        ? { kind: 'wait' }
        : { kind: 'unanswered', transition: 'giveUpOnAnswer' };
    case 'unknown':
      return concludeUnknown(observation);
    case 'planned':
      // DRS turned it back for the moment. With evidence a person has it sent again, who has seen the jobs.
      return isAmbiguous && !batch.evidence
        ? { kind: 'uncertain', transition: 'parkPostponed' }
        : { kind: 'wait' };
    default:
      return { kind: 'wait' };
  }
}

function concludeUnknown(observation: Observation): Conclusion {
  const { batch, isTaken, isAmbiguous, elapsed, settle, looks, wereServersAsked } = observation;
  const wasConflict = batch.problem?.status === 409;
  if (wasConflict && isTaken) return { kind: 'taken', transition: whenRefused(batch) };
  if (elapsed < settle) return { kind: 'look-again' };
  if (!wereServersAsked) return { kind: 'ask-servers' };
  if (looks < LOOKS_NEEDED) return { kind: 'look-again' };
  if (wasConflict && !isAmbiguous) return { kind: 'refused', transition: whenRefused(batch) };
  return { kind: 'uncertain', transition: 'park' };
}

/** A refusal ends the doubt about the call that met it, and about no earlier one. */
function whenRefused(batch: Observation['batch']): Ending {
  const { evidence, sentDateTime } = batch;
  return evidence && evidence.sentDateTime !== sentDateTime ? 'park' : 'concludeRefused';
}

/** When the first of its calls left that may have launched it; null when none has left. */
export function firstCallOf({
  evidence,
  sentDateTime,
  firstSentDateTime,
}: Pick<OpenBatch, 'evidence' | 'sentDateTime' | 'firstSentDateTime'>): string | null {
  const calls = [evidence?.sentDateTime ?? null, sentDateTime, firstSentDateTime];
  const [first = null] = calls.filter((instant) => instant !== null).toSorted();
  return first;
}
