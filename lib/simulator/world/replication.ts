import type { Fact } from './facts';
import type { Machine } from './machine';
import type { Plan } from './plan';

/** A replication at a moment. Instants are milliseconds since the epoch, durations seconds. */
export interface Replication {
  state: string;
  /** While it is initiated: how many steps are done, and whether the next one failed. */
  initiation?: { began: number; steps: readonly string[]; done: number; failed: boolean };
  disks: { replicated: number; rescanned: number; backlogged: number }[];
  lagSeconds?: number;
  firstByte?: number;
  eta?: number;
  error?: string;
  /** Whether both ends were consistent once, so that the copy can be launched. */
  isConsistent: boolean;
}

/** Everything that a replication depends on. */
export interface Course {
  machine: Machine;
  plan: Plan;
  /** From its beginning on; facts of other kinds are ignored. */
  facts: readonly Fact[];
  began: number;
}
