import { type Spans, spansWithout } from '../speed-history';
import type { Fact } from './facts';

/** A span of time in which no bytes move, of the whole server or of one disk. */
export interface Halt {
  from: number;
  to: number;
  as: 'STALLED' | 'PAUSED';
  error: string | undefined;
  disk: string | undefined;
}

export function haltsOf(facts: readonly Fact[]): Halt[] {
  const halts: Halt[] = [];
  for (const fact of facts) {
    if (fact.kind === 'halted') {
      const { at, as, error, disk } = fact;
      halts.push({ from: at, to: Infinity, as, error, disk });
    }
    if (fact.kind === 'resumed') {
      for (const halt of halts) halt.to = Math.min(halt.to, fact.at);
    }
  }
  return halts;
}

export const holesOf = (halts: Halt[]): Spans => halts.map(({ from, to }) => [from, to] as const);

/** The spans in which bytes move, of one disk or of the server as a whole. */
export const spansFor = (began: number, halts: Halt[], disk?: string) =>
  spansWithout(
    began,
    holesOf(halts.filter((halt) => halt.disk === undefined || halt.disk === disk)),
  );

/** The halt that is not over yet, if any. */
export const openHalt = (halts: Halt[], now: number) =>
  halts.findLast(({ from, to }) => from <= now && now < to);
