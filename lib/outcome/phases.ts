import type { JobLogItem, ServerOutcome } from '@/lib/contract/job';
import { FAILURES } from './log-words';

type Phase = ServerOutcome['phases'][number];

/** The phase that begins with an event; events that begin none are not listed. */
const BEGINS: Record<string, Phase['phase']> = {
  CONVERSION_START: 'converting',
  CONVERSION_END: 'rebooting',
  LAUNCH_START: 'rebooting',
  LAUNCH_END: 'home',
  ...Object.fromEntries(Object.keys(FAILURES).map((event) => [event, 'failed' as const])),
};

/**
 * The stretches of time of one server, from its own lines of the log, oldest first.
 * `began` and `ended` are those of the whole job. The last phase goes on while the job does.
 */
export function phasesOf(
  items: JobLogItem[],
  began: string | undefined,
  ended: string | undefined,
): Phase[] {
  const phases: Phase[] = began ? [{ phase: 'requested', from: began }] : [];
  for (const { event, logDateTime } of items) {
    const phase = BEGINS[event ?? ''];
    const last = phases.at(-1);
    if (!phase || !logDateTime || last?.phase === phase) continue;
    if (last) last.to = logDateTime;
    phases.push({ phase, from: logDateTime });
  }
  const last = phases.at(-1);
  if (last?.phase === 'failed') last.to = last.from;
  else if (last && ended) last.to = ended;
  return phases;
}
