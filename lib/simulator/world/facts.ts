import { memoizeByObject } from '../memoize-by-object';

/**
 * Something that happened to a recovery instance. Its state at any moment is computed from its facts alone, so the same
 * facts give the same answers. Instants are milliseconds since the epoch, oldest first.
 */
export type Fact = { at: number } & (
  | { kind: 'client-booted'; toOriginalServer: boolean }
  | { kind: 'pairing-failed' }
  /** The failback client is no longer seen. Replication may go on without it. */
  | { kind: 'client-lost' }
  | { kind: 'client-back' }
  /** No bytes move, of the whole server or of one disk. */
  | { kind: 'halted'; as: 'STALLED' | 'PAUSED'; error?: string; disk?: string }
  /** Everything that was halted goes on. */
  | { kind: 'resumed' }
  /** More was written than could be sent at once. */
  | { kind: 'backlog'; bytes: number; lagSeconds: number }
  | { kind: 'rescan' }
  | { kind: 'failback-stopped' }
  | { kind: 'failback-launched'; jobID: string }
  /** Replication back to AWS began, into a source server of this Region. */
  | { kind: 'reversed'; region: string; sourceServerID: string; rescan: boolean }
  | { kind: 'origin-unreadable' }
  | { kind: 'disconnected' }
  | { kind: 'terminated'; jobID: string }
  | { kind: 'deleted' }
);

export type FactOf<Kind extends Fact['kind']> = Extract<Fact, { kind: Kind }>;

/** The facts from one of them on: the same list for as long as none is added. */
export const factsFrom = (facts: readonly Fact[], first: Fact): readonly Fact[] =>
  listFrom(facts, facts.length, first);

const listFrom = memoizeByObject((facts: readonly Fact[], _count: number, first: Fact) =>
  facts.slice(facts.indexOf(first)),
);

/** The last fact of a kind, or of several. */
export function lastFact<Kind extends Fact['kind']>(
  facts: readonly Fact[],
  ...kinds: Kind[]
): FactOf<Kind> | undefined {
  return facts.findLast((fact): fact is FactOf<Kind> =>
    (kinds as Fact['kind'][]).includes(fact.kind),
  );
}

/** The facts up to an instant. */
export function factsUntil(facts: readonly Fact[], now: number): readonly Fact[] {
  const { length } = facts;
  const last = facts[length - 1];
  // Facts are in order. Almost always all of them count, and nothing is copied.
  return !last || last.at <= now ? facts : facts.filter(({ at }) => at <= now);
}
