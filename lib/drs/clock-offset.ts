import type { DrsClient } from '@aws-sdk/client-drs';
import type { Clock } from '@/lib/time';

/** Answers vary by so much although no clock has changed: dates have whole seconds, and calls take a while. */
const TOLERANCE = 2_000;

interface Answer {
  headers?: Record<string, string>;
}

/** How far the clock of DRS is ahead of that of this process, by the Date of its answers. */
export class ClockOffset {
  #milliseconds: number | undefined;

  constructor(private readonly clock: Clock) {}

  /** Negative while ours is ahead; undefined before the first answer. */
  get milliseconds() {
    return this.#milliseconds;
  }

  /** Observes every answer to a client. */
  observe(client: DrsClient) {
    client.middlewareStack.add(
      (next) => async (args) => {
        const asked = this.clock.now().getTime();
        const result = await next(args);
        this.#read(result.response as Answer, asked);
        return result;
      },
      // Innermost: errors are answers too.
      { step: 'deserialize', priority: 'low', name: 'homewardClockOffset' },
    );
  }

  #read({ headers = {} }: Answer, asked: number) {
    // A proxy on the way may answer as well, by its own clock.
    if (!headers['x-amzn-requestid']) return;
    const date = Date.parse(headers.date ?? '');
    if (Number.isNaN(date)) return;
    const offset = date - (asked + this.clock.now().getTime()) / 2;
    const known = this.#milliseconds;
    if (known === undefined || Math.abs(offset - known) > TOLERANCE) this.#milliseconds = offset;
  }
}
