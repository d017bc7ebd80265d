import type { Clock } from '../time';
import { type SpeedHistory, workBetween } from './speed-history';

export interface SavedClock {
  offset: number;
  stoppedAt?: number;
  speedHistory: SpeedHistory;
}

/**
 * Real time, plus every step forward; it can be stopped. A faster simulation does not run the clock faster, because its
 * times would be ahead of every other clock. It works faster instead.
 */
export class SimulatedClock implements Clock {
  #offset = 0;
  #stoppedAt: number | undefined;
  #speedHistory: SpeedHistory = [];

  /** Continues from a saved clock, if there is one. */
  constructor(
    private readonly real: Clock,
    speed: number,
    saved?: SavedClock,
  ) {
    if (saved) {
      this.#offset = saved.offset;
      this.#stoppedAt = saved.stoppedAt;
      this.#speedHistory = saved.speedHistory;
    } else this.setSpeed(speed);
  }

  save(): SavedClock {
    const stopped = this.#stoppedAt === undefined ? {} : { stoppedAt: this.#stoppedAt };
    return { offset: this.#offset, speedHistory: this.#speedHistory, ...stopped };
  }

  /** How many times as fast as in reality things go now. */
  get speed() {
    return this.#speedHistory.at(-1)?.speed ?? 1;
  }

  /** Every speed there has been, and since when. */
  get speedHistory(): SpeedHistory {
    return this.#speedHistory;
  }

  get isStopped() {
    return this.#stoppedAt !== undefined;
  }

  now(): Date {
    return new Date((this.#stoppedAt ?? this.real.now().getTime()) + this.#offset);
  }

  /** Milliseconds of work since the start: at a speed of 60, each second counts as a minute. */
  rehearsed(): number {
    const now = this.now().getTime();
    return workBetween(this.#speedHistory, this.#speedHistory[0]?.since ?? now, now);
  }

  /** 0 stops the clock; it is then only stepped. */
  setSpeed(speed: number) {
    const real = this.real.now().getTime();
    if (speed === 0) this.#stoppedAt ??= real;
    else if (this.#stoppedAt !== undefined) {
      this.#offset -= real - this.#stoppedAt;
      this.#stoppedAt = undefined;
    }
    this.#speedHistory = [
      ...this.#speedHistory,
      { since: this.now().getTime(), speed: speed || 1 },
    ];
  }

  step(milliseconds: number) {
    this.#offset += milliseconds;
  }
}
