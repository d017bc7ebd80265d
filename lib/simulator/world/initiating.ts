import type { Halt } from './halts';
import type { Course, Replication } from './replication';

/** A replication before its first byte: it takes one step after the other, or is stuck at the one that failed. */
export function initiating(
  { machine, plan, began }: Course,
  work: number,
  hasFailed: boolean,
  open: Halt | undefined,
): Replication {
  const done = Math.floor(
    (Math.min(work, plan.initiation - 1) / plan.initiation) * plan.steps.length,
  );
  const step = plan.steps[done] ?? '';
  const error = hasFailed ? errorOfStep(step) : open?.error;
  return {
    state: hasFailed ? 'STALLED' : (open?.as ?? 'INITIATING'),
    initiation: { began, steps: plan.steps, done, failed: hasFailed },
    disks: machine.disks.map(() => ({ replicated: 0, rescanned: 0, backlogged: 0 })),
    ...(error ? { error } : {}),
    isConsistent: false,
  };
}

/** The error of the DRS model for a failed step; the first two steps have none of their own. */
function errorOfStep(step: string): string {
  const own = !['LINK_', 'COMPLETE_', 'WAIT'].some((start) => step.startsWith(start));
  return own ? `FAILED_TO_${step}` : 'FAILED_GETTING_REPLICATION_STATE';
}
