import type { Job, JobLogItem, Phase, ServerOutcome } from '@/lib/contract/job';
import { meaningOf } from './events';

type Stretch = ServerOutcome['phases'][number];

/** Phases that are instants: nothing goes on after them, unless DRS tries again. */
const INSTANTS: ReadonlySet<Phase> = new Set(['failed', 'skipped', 'cancelled']);

/**
 * The stretches of time of one server, from its own lines of the log, oldest first; null is a log that could
 * not be read. The last phase goes on while the job does.
 */
export function phasesOf(job: Job, lines: readonly JobLogItem[] | null): Stretch[] {
  const { creationDateTime: began, endDateTime, unlistedSince } = job;
  const ended = endDateTime ?? unlistedSince;
  const phases: Stretch[] = began ? [{ phase: firstPhase(job, lines), from: began }] : [];
  for (const line of lines ?? []) {
    const phase = meaningOf(line, job).begins;
    const last = phases.at(-1);
    if (!phase || !line.logDateTime || last?.phase === phase) continue;
    if (last) last.to ??= line.logDateTime;
    phases.push({
      phase,
      from: line.logDateTime,
      ...(INSTANTS.has(phase) ? { to: line.logDateTime } : {}),
    });
  }
  const last = phases.at(-1);
  if (last && ended) last.to ??= ended;
  return phases;
}

/** Without lines nothing is known of what a server does, or did before its job ended. */
function firstPhase({ status }: Job, lines: readonly JobLogItem[] | null): Phase {
  if (lines === null) return 'unknown';
  return lines.length === 0 && status === 'COMPLETED' ? 'unknown' : 'requested';
}
