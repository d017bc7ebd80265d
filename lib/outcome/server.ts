import type { Job, JobLogItem, ParticipatingServer, ServerOutcome } from '@/lib/contract/job';
import { type Evidence, type Testimony, evidenceIn } from './evidence';
import { inOrder } from './in-order';
import { phasesOf } from './phases';
import { remedyFor } from './remedies';
import { type Verdict, verdictOf } from './verdict';

/**
 * What became of one server, from its launch status and its own lines of the log together. `cancel` is the line
 * that says the job was cancelled.
 */
export function judgeServer(
  job: Job,
  { sourceServerID, recoveryInstanceID, launchStatus }: ParticipatingServer,
  testimony: Testimony,
  cancel: JobLogItem | undefined,
): ServerOutcome {
  const { lines } = testimony;
  const evidence = evidenceIn(job, testimony);
  const verdict = verdictOf(job, launchStatus, evidence, cancel !== undefined);
  const isCut = cancel !== undefined && verdict.outcome === 'cancelled';
  return {
    ...(sourceServerID ? { sourceServerID } : {}),
    ...(recoveryInstanceID ? { recoveryInstanceID } : {}),
    ...verdict,
    ...reasonsFor(verdict, evidence),
    phases: phasesOf(job, isCut ? inOrder([...(lines ?? []), cancel]) : lines),
  };
}

/** Why it did not go well, and what DRS says to do about it. A failure that was made good is no reason. */
function reasonsFor({ outcome }: Verdict, { failure, rawError }: Evidence) {
  if (outcome === 'launched' || outcome === 'terminated') return {};
  const remedy = outcome === 'failed' ? remedyFor(failure?.stage, rawError) : undefined;
  return {
    ...(rawError ? { rawError } : {}),
    ...(remedy ? { remedy } : {}),
    ...(outcome === 'failed' ? { failedIn: failure?.stage ?? ('unknown stage' as const) } : {}),
  };
}
