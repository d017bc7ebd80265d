import type { Clock } from '../time';

/**
 * Real time, plus whatever it was stepped forward; it can stand still. A faster simulation does not run the
 * clock faster, because its times would be ahead of every other clock: it does things at a faster pace.
 */
export class SimulatedClock implements Clock {
  #offset = 0;
  #stoppedAt: number | undefined;

  constructor(
    private readonly real: Clock,
    private speed: number,
  ) {
    this.setSpeed(speed);
  }

  /** How many times as fast as in reality a job goes that starts now. */
  get pace() {
    return this.speed || 1;
  }

  now(): Date {
    return new Date((this.#stoppedAt ?? this.real.now().getTime()) + this.#offset);
  }

  /** 0 stops the clock; it is then only stepped. */
  setSpeed(speed: number) {
    const real = this.real.now().getTime();
    if (speed === 0) this.#stoppedAt ??= real;
    else if (this.#stoppedAt !== undefined) {
      this.#offset -= real - this.#stoppedAt;
      this.#stoppedAt = undefined;
    }
    this.speed = speed;
  }

  step(milliseconds: number) {
    this.#offset += milliseconds;
  }
}
