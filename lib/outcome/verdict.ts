import type { Job, Phase, ServerOutcome } from '@/lib/contract/job';
import { unknownEvent } from './events';
import type { Evidence } from './evidence';

export type Verdict = Pick<ServerOutcome, 'outcome' | 'sentence' | 'unconfirmed'>;

/** What a launch status and the evidence of the log say together. Where they disagree nothing is taken for good. */
export function verdictOf(
  job: Job,
  launchStatus: string | undefined,
  evidence: Evidence,
  isCancelled: boolean,
): Verdict {
  switch (launchStatus) {
    case 'LAUNCHED':
    case 'TERMINATED':
      return arrival(job, launchStatus, evidence);
    case 'FAILED':
      return failure(evidence);
    case 'PENDING':
    case 'IN_PROGRESS':
      return underWay(job, launchStatus, evidence, isCancelled);
    case undefined:
      return unknown('DRS gives no launch status');
    default:
      return unknown(`Launch status ${launchStatus} is not known to Homeward`);
  }
}

/** Phases after which a server cannot be taken to have arrived, unless DRS goes on. */
const NO_ARRIVAL: ReadonlySet<Phase | undefined> = new Set<Phase>([
  'failed',
  'skipped',
  'cancelled',
  'unknown',
]);

const ARRIVALS = {
  LAUNCHED: { outcome: 'launched', sentence: 'Launched' },
  TERMINATED: { outcome: 'terminated', sentence: 'Terminated' },
} as const;

function arrival(
  { type }: Job,
  launchStatus: 'LAUNCHED' | 'TERMINATED',
  { isLogRead, lastPhase, lastEvent }: Evidence,
): Verdict {
  if ((type === 'TERMINATE') !== (launchStatus === 'TERMINATED')) {
    return unknown(`DRS says ${launchStatus} in a job of type ${type ?? 'that it does not give'}`);
  }
  // A later success follows a failure when DRS tried again; a failure that is the last word does not fit.
  if (NO_ARRIVAL.has(lastPhase)) {
    return unknown(
      `DRS says ${launchStatus}, but its log ends with ${wordsFor(lastPhase, lastEvent)}`,
    );
  }
  const arrived = ARRIVALS[launchStatus];
  if (isLogRead) return arrived;
  return {
    ...unknown(`DRS says ${launchStatus}, but the log has not been read to its end`),
    unconfirmed: arrived.outcome,
  };
}

function wordsFor(phase: Phase | undefined, event: string | undefined): string {
  if (!event) return 'an event without a name';
  return phase === 'unknown' ? `${event}, which Homeward does not know` : event;
}

function failure({ failure: failed, lastPhase, lastEvent }: Evidence): Verdict {
  const sentence = failed?.sentence ?? 'Failed';
  return {
    outcome: 'failed',
    sentence:
      lastPhase === 'home' ? `${sentence}, although the log ends with ${lastEvent}` : sentence,
  };
}

function underWay(
  { type, initiatedBy, status, unlistedSince }: Job,
  launchStatus: string,
  evidence: Evidence,
  isCancelled: boolean,
): Verdict {
  const { lastPhase, failure: failed } = evidence;
  if (lastPhase === 'skipped') return { outcome: 'skipped', sentence: 'Skipped by DRS' };
  if (unlistedSince) return unknown(`Was ${launchStatus} when DRS listed the job last`);
  if (status === 'PENDING' || status === 'STARTED') {
    return {
      outcome: 'running',
      sentence: runningWords({ type, initiatedBy }, launchStatus, evidence),
    };
  }
  if (status !== 'COMPLETED') {
    return unknown(`Still ${launchStatus} in a job whose status Homeward does not know`);
  }
  if (lastPhase === 'failed') return failure(evidence);
  if (isCancelled) {
    return {
      outcome: 'cancelled',
      sentence: failed ? `${failed.sentence}, then cancelled` : 'Cancelled with the job',
    };
  }
  return unknown(`The job ended while the launch status was still ${launchStatus}`);
}

function runningWords(
  job: Pick<Job, 'type' | 'initiatedBy'>,
  launchStatus: string,
  { hasLog, lastPhase, lastEvent = '', failure: failed }: Evidence,
): string {
  if (!hasLog) return 'Under way';
  switch (lastPhase) {
    case 'unknown':
      return unknownEvent(lastEvent);
    case 'failed':
      return `${failed?.sentence ?? 'Failed'}, still ${launchStatus}`;
    case 'rebooting':
      return job.initiatedBy === 'FAILBACK' ? 'Rebooting' : 'Launching';
    case undefined:
      return RUNNING.requested;
    default:
      return RUNNING[lastPhase];
  }
}

const RUNNING = {
  requested: 'Requested',
  snapshotting: 'Taking a snapshot',
  converting: 'Converting',
  'cleaning-up': 'Terminating',
  home: 'Finishing',
  skipped: 'Skipped by DRS',
  cancelled: 'Being cancelled',
} as const;

function unknown(sentence: string): Verdict {
  return { outcome: 'unknown', sentence };
}
