import { memoizeByObject } from '../memoize-by-object';
import { type SpeedHistory, type Spans, spansWithout, whenWorkedIn } from '../speed-history';
import { type Fact, type FactOf, lastFact } from './facts';
import { type Halt, haltsOf, holesOf, spansFor } from './halts';
import type { Machine } from './machine';
import type { Plan } from './plan';
import type { Replication } from './replication';
import { upToDate } from './steady';

/** When a replication reaches its stages, by what is known of it. Instants are milliseconds since the epoch. */
interface Timeline {
  halts: Halt[];
  /** When bytes of the server as a whole move. */
  spans: Spans;
  failed: FactOf<'pairing-failed'> | undefined;
  firstByte: number;
  /** When both ends are consistent, which is when the slowest disk is done. */
  consistent: number;
  /** How it stands ever after, where nothing has happened to it. */
  undisturbed: Replication | undefined;
}

const DISTURBING: Fact['kind'][] = ['pairing-failed', 'halted', 'backlog', 'rescan'];

/** Worked out once for the same facts and history of the speed: almost all of a fleet is where it was a moment ago. */
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
