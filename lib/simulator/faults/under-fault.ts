import type { Answer, Delivery } from '../http/answer';
import { type Fault, errorAfter, errorOf } from './faults';

/** The faults that spoil an answer, and whether the call takes effect before. */
const DELIVERIES: Record<Delivery, { commits: boolean }> = {
  'html-502': { commits: false },
  hang: { commits: false },
  reset: { commits: false },
  slow: { commits: true },
  truncate: { commits: true },
  'commit-then-drop': { commits: true },
  'commit-then-hang': { commits: true },
};

/** Executes the call, unless the fault that strikes it prevents that, and spoils the answer afterwards. */
export function underFault(fault: Fault | undefined, act: () => Answer): Answer {
  if (!fault) return act();
  const refused = errorOf(fault);
  if (refused) throw refused;
  const delivery = deliveryOf(fault);
  if (delivery && !DELIVERIES[delivery.kind].commits) {
    return { status: 502, headers: {}, body: '', delivery };
  }
  const answer = act();
  const failed = errorAfter(fault);
  if (failed) throw failed;
  return { ...answer, ...(delivery ? { delivery } : {}) };
}

/** Whether the caller gets the true answer. */
export function isAnswered(fault: Fault | undefined): boolean {
  return !fault || ['slow', 'hidden-job', 'unguarded'].includes(fault.kind);
}

function deliveryOf({ kind, milliseconds = 2_000 }: Fault): Answer['delivery'] {
  return kind in DELIVERIES ? { kind: kind as Delivery, milliseconds } : undefined;
}
