import type { Clock } from '../time';

/**
 * Real time, plus whatever it was stepped forward; it can stand still. A faster simulation does not run the
 * clock faster, because its times would be ahead of every other clock: it does things at a faster pace.
 */
export class SimulatedClock implements Clock {
  #offset = 0;
  #stoppedAt: number | undefined;
  /** How much had been rehearsed when the pace last changed, and when that was. */
  #rehearsed = 0;
  #paceSince: number;

  constructor(
    private readonly real: Clock,
    private speed: number,
  ) {
    this.#paceSince = real.now().getTime();
    this.setSpeed(speed);
  }

  /** How many times as fast as in reality a job goes that starts now. */
  get pace() {
    return this.speed || 1;
  }

  get isStopped() {
    return this.#stoppedAt !== undefined;
  }

  now(): Date {
    return new Date((this.#stoppedAt ?? this.real.now().getTime()) + this.#offset);
  }

  /** Milliseconds of reality that have been rehearsed: at a pace of 60, a minute for each second. */
  rehearsed(): number {
    return this.#rehearsed + (this.now().getTime() - this.#paceSince) * this.pace;
  }

  /** 0 stops the clock; it is then only stepped. */
  setSpeed(speed: number) {
    this.#rehearsed = this.rehearsed();
    this.#paceSince = this.now().getTime();
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
