import { noteRound } from '@/lib/store/dispatch-rounds';
import type { LaunchContext } from '../context';

/** What waits goes by itself as long as no gap between two rounds, of whichever process, was longer. Milliseconds. */
export const LONGEST_GAP = 15 * 60_000;

/** How often a beat is written down, in milliseconds. */
const NOTE_EVERY = 60_000;

/**
 * The sign that a process is there to send the batches of a target. Launches that no process was there for, because all
 * were down or the machine slept, are paused before anything of them is sent.
 */
export class Heartbeat {
  /** When this process was last there without a gap before, and the latest instant that was written down. */
  #last: Date | undefined;
  #noted: Date | undefined;

  constructor(
    private readonly context: Pick<LaunchContext, 'clock' | 'store' | 'warn'>,
    private readonly target: string,
  ) {}

  /** Whether this process has slept since it was last there; then nothing is sent before that is noted. */
  hasGap(): boolean {
    return this.#last !== undefined && +this.context.clock.now() - +this.#last > LONGEST_GAP;
  }

  /**
   * Called at the beginning of a round and between its steps, for it may take long. Rejects while a gap cannot be told
   * of, and then nothing may be sent.
   */
  async beat() {
    const { clock, store, warn } = this.context;
    const now = clock.now();
    const before = this.#last;
    const isGap = this.hasGap();
    // Also while the store is down this process is there; but what it has slept through is not forgotten, nor what may
    // have been before its first note.
    if (this.#noted && !isGap) this.#last = now;
    if (this.#noted && !isGap && Math.abs(+now - +this.#noted) < NOTE_EVERY) return;
    const paused = await noteRound(await store(), {
      target: this.target,
      dateTime: now.toISOString(),
      before: before?.toISOString(),
      longestGap: LONGEST_GAP,
    });
    this.#last = now;
    this.#noted = now;
    for (const launchID of paused) warn('nobody looked after a launch, so it is paused', launchID);
  }
}
