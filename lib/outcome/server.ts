import type { Job, JobLogItem, ParticipatingServer, ServerOutcome } from '@/lib/contract/job';
import { FAILURES } from './log-words';
import { phasesOf } from './phases';

type Verdict = Pick<ServerOutcome, 'outcome' | 'sentence' | 'rawError'>;

/** What became of one server, from its launch status and its own lines of the log together. */
export function judgeServer(
  job: Job,
  server: ParticipatingServer,
  log: JobLogItem[],
): ServerOutcome {
  const { sourceServerID, recoveryInstanceID } = server;
  const phases = phasesOf(log, job.creationDateTime, job.endDateTime);
  return {
    ...(sourceServerID ? { sourceServerID } : {}),
    ...(recoveryInstanceID ? { recoveryInstanceID } : {}),
    ...verdictOf(job, server, log, phases.at(-1)?.phase),
    phases,
  };
}

function verdictOf(
  job: Job,
  { launchStatus }: ParticipatingServer,
  log: JobLogItem[],
  phase: string | undefined,
): Verdict {
  const failure = log.findLast(({ event }) => event !== undefined && event in FAILURES);
  const skipped = log.findLast(({ event }) => event === 'SERVER_SKIPPED');
  const rawError = failure?.eventData?.rawError ?? skipped?.eventData?.rawError;
  const evidence = rawError ? { rawError } : {};

  switch (launchStatus) {
    case 'LAUNCHED':
      // A later success follows a failure when DRS tried again; a failure that is the last word does not fit.
      return phase === 'failed'
        ? {
            outcome: 'unknown',
            sentence: `DRS says LAUNCHED, but its log ends with ${failure?.event}`,
            ...evidence,
          }
        : { outcome: 'launched', sentence: 'Launched' };
    case 'FAILED':
      return {
        outcome: 'failed',
        sentence: FAILURES[failure?.event ?? ''] ?? 'Failed',
        ...evidence,
      };
    case 'TERMINATED':
      return { outcome: 'terminated', sentence: 'Terminated' };
    case 'PENDING':
    case 'IN_PROGRESS':
      if (skipped) return { outcome: 'skipped', sentence: 'Skipped by DRS', ...evidence };
      return job.status === 'COMPLETED'
        ? {
            outcome: 'unknown',
            sentence: `The job ended while the launch status was still ${launchStatus}`,
            ...evidence,
          }
        : { outcome: 'running', sentence: RUNNING_WORDS[phase ?? ''] ?? 'Running', ...evidence };
    default:
      return {
        outcome: 'unknown',
        sentence: launchStatus
          ? `Launch status ${launchStatus} is not known to Homeward`
          : 'DRS gives no launch status',
        ...evidence,
      };
  }
}

const RUNNING_WORDS: Record<string, string> = {
  requested: 'Requested',
  converting: 'Converting',
  rebooting: 'Rebooting',
  home: 'Finishing',
  failed: 'Failed so far',
};
