import { memoizeByObject } from '../memoize-by-object';
import { type SpeedHistory, type Spans, spansWithout, whenWorkedIn } from '../speed-history';
import { type Fact, type FactOf, lastFact } from './facts';
import { type Halt, haltsOf, holesOf, spansFor } from './halts';
import type { Machine } from './machine';
import type { Plan } from './plan';
import type { Replication } from './replication';
import { upToDate } from './steady';

/** When a replication reaches its stages, as far as its facts go. Instants are milliseconds since the epoch. */
interface Timeline {
  halts: Halt[];
  /** The spans in which bytes of the server as a whole move. */
  spans: Spans;
  failed: FactOf<'pairing-failed'> | undefined;
  firstByte: number;
  /** When both ends are consistent: when the slowest disk is done. */
  consistent: number;
  /** The state that it keeps from then on, when nothing happens to it. */
  undisturbed: Replication | undefined;
}

const DISTURBING: Fact['kind'][] = ['pairing-failed', 'halted', 'backlog', 'rescan'];

/** Computed once for the same facts and speed history, because almost all of a fleet has not changed since a moment ago. */
export const timelineOf = memoizeByObject(
  (
    facts: readonly Fact[],
    machine: Machine,
    plan: Plan,
    began: number,
    speedHistory: SpeedHistory,
  ): Timeline => {
    const halts = haltsOf(facts);
    const spans = spansFor(began, halts);
    const whole = spansWithout(began, holesOf(halts));
    const firstByte = whenWorkedIn(speedHistory, spans, plan.initiation);
    return {
      halts,
      spans,
      failed: lastFact(facts, 'pairing-failed'),
      firstByte,
      consistent: whenWorkedIn(speedHistory, whole, plan.initiation + plan.sync + plan.snapshot),
      undisturbed: facts.some(({ kind }) => DISTURBING.includes(kind))
        ? undefined
        : { ...upToDate(machine), firstByte, isConsistent: true },
    };
  },
);
