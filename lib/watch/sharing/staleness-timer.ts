/** Measures how long something has not changed, by our own stopwatch: wall clocks differ and may be set. */
export class StalenessTimer {
  #seen: string | undefined;
  #since = 0;

  /** `monotonic` gives milliseconds that only grow. */
  constructor(private readonly monotonic: () => number) {}

  /** Milliseconds since `seen` was first given. */
  of(seen: string): number {
    const now = this.monotonic();
    if (seen !== this.#seen) {
      this.#seen = seen;
      this.#since = now;
    }
    return now - this.#since;
  }
}
