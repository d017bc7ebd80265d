import { useMemo } from 'react';
import type { JobAnswer } from '@/lib/contract/job';
import { useNow } from '@/components/ui/now';
import { type Axis, layAxis } from './geometry';

/**
 * The axis of a whole job, so many pixels wide. It is a new one only when it moves, so that lanes which stand
 * still are not drawn again.
 */
export function useAxis(
  { job, outcome }: Pick<JobAnswer, 'job' | 'outcome'>,
  { knownUntil, width }: { knownUntil: number | undefined; width: number },
): Axis {
  const span = {
    began: job.creationDateTime,
    ended: job.endDateTime,
    now: useNow().getTime(),
    knownUntil,
  };
  const {
    from,
    to,
    step,
    latest,
    knownUntil: known,
    running,
  } = layAxis(outcome.servers, span, width);
  return useMemo(
    () => ({ from, to, step, latest, knownUntil: known, running }),
    [from, to, step, latest, known, running],
  );
}
