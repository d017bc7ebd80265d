import { throttling } from '../errors';

interface Bucket {
  tokens: number;
  /** When it was last filled, in milliseconds since the epoch. */
  filled: number;
}

/** A token bucket for each operation, account and Region. DRS publishes no rates, so by default there is none. */
export class Throttle {
  #buckets = new Map<string, Bucket>();

  constructor(private readonly perSecond: number | undefined) {}

  /** Takes a token, or refuses the call with a ThrottlingException. */
  check(call: { operation: string; accountID: string; region: string }, now: number) {
    const { perSecond } = this;
    if (perSecond === undefined) return;
    const key = [call.operation, call.accountID, call.region].join(' ');
    const most = Math.max(1, perSecond);
    const { tokens, filled } = this.#buckets.get(key) ?? { tokens: most, filled: now };
    const left = Math.min(most, tokens + ((now - filled) / 1_000) * perSecond);
    this.#buckets.set(key, { tokens: left < 1 ? left : left - 1, filled: now });
    if (left < 1) throw throttling();
  }
}
