import type { Clock } from '../time';

/** Time that runs at a factor of real time, stands still at factor 0, and can be stepped forward. */
export class SimulatedClock implements Clock {
  #anchorReal: number;
  #anchorSimulated: number;

  constructor(
    private readonly real: Clock,
    private factor: number,
  ) {
    this.#anchorReal = real.now().getTime();
    this.#anchorSimulated = this.#anchorReal;
  }

  get speed() {
    return this.factor;
  }

  now(): Date {
    const passed = this.real.now().getTime() - this.#anchorReal;
    return new Date(this.#anchorSimulated + passed * this.factor);
  }

  setSpeed(factor: number) {
    this.#anchor(this.now().getTime());
    this.factor = factor;
  }

  step(milliseconds: number) {
    this.#anchor(this.now().getTime() + milliseconds);
  }

  #anchor(simulated: number) {
    this.#anchorSimulated = simulated;
    this.#anchorReal = this.real.now().getTime();
  }
}
