import type { Target } from '@/lib/targets/target';
import type { LaunchContext } from './context';
import type { Heartbeat } from './queue/heartbeat';
import type { Limits } from './queue/limits';

/** What the steps share by which this process sends the batches of one target. */
export interface SendContext {
  context: LaunchContext;
  target: Target;
  limits: Limits;
  heartbeat: Heartbeat;
  /**
   * The batches that this process has claimed, or is about to, and whose answer it has not recorded. One that the
   * store gives to this process and that is not among them was never sent.
   */
  underWay: Set<string>;
  /** What was seen of each batch in doubt, by its key. */
  doubts: Map<string, Doubt>;
}

/** How long, by this process's own stopwatch, a batch has been seen in one and the same state of doubt. */
export interface Doubt {
  version: number;
  since: number;
  /** Looks that read the jobs well. */
  looks: number;
  nextLook: number;
}

export const keyOf = ({ launchID, number }: { launchID: string; number: number }) =>
  `${launchID}/${number}`;

/** The change that takes back the mark of a batch as being sent, which is not under way any more. */
export const UNSENT = { leaseOwner: null, leaseMilliseconds: null, sentDateTime: null } as const;
