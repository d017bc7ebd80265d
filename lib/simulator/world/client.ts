import { type Fact, lastFact } from './facts';

/** Since when the failback client has been silent; undefined while it polls, and where there is none. */
export function clientLostSince(facts: readonly Fact[]): number | undefined {
  const change = lastFact(facts, 'client-booted', 'client-lost', 'client-back');
  return change?.kind === 'client-lost' ? change.at : undefined;
}
