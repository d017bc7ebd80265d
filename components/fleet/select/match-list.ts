import type { FleetRow } from '@/lib/contract/fleet';

export interface MatchedList {
  found: FleetRow[];
  notFound: string[];
  /** Names that several servers have; an id says which is meant. */
  ambiguous: { text: string; rows: FleetRow[] }[];
}

/**
 * Finds the servers that a pasted list names by id, hostname, full name or address, in any case. Lines, spaces,
 * commas and semicolons separate the names. Part of a name matches nothing.
 */
export function matchList(text: string, index: NameIndex): MatchedList {
  const tokens = new Set(
    text
      .toLowerCase()
      .split(/[\s,;]+/)
      .map((token) => token.replaceAll(/^["']+|["']+$/g, ''))
      .filter(Boolean),
  );
  const found = new Set<FleetRow>();
  const notFound: string[] = [];
  const ambiguous: MatchedList['ambiguous'] = [];
  for (const token of tokens) {
    const matching = [...(index.get(token) ?? [])];
    const [only] = matching;
    if (!only) notFound.push(token);
    else if (matching.length > 1) ambiguous.push({ text: token, rows: matching });
    else found.add(only);
  }
  return { found: [...found], notFound, ambiguous };
}

/** Lists the servers that share a name, so that the operator can give an id: "web-01: i-0b in north, i-0c in south". */
export function candidatesOf({ text, rows }: MatchedList['ambiguous'][number]): string {
  const candidates = rows
    .slice(0, MOST_CANDIDATES)
    .map(({ recoveryInstanceID, target }) => `${recoveryInstanceID} in ${target}`);
  const more = rows.length - candidates.length;
  return `${text}: ${candidates.join(', ')}${more > 0 ? ` and ${more.toLocaleString('en')} more` : ''}`;
}

/** The most candidates listed for a name. */
const MOST_CANDIDATES = 10;

type NameIndex = ReadonlyMap<string, ReadonlySet<FleetRow>>;

/** Indexes the servers by every name that a list may use for them. */
export function indexNames(rows: readonly FleetRow[]): NameIndex {
  const index = new Map<string, Set<FleetRow>>();
  for (const row of rows) {
    for (const name of [row.recoveryInstanceID, row.hostname, row.fqdn, ...row.ips]) {
      const key = name.toLowerCase();
      const known = index.get(key);
      if (known) known.add(row);
      else if (key) index.set(key, new Set([row]));
    }
  }
  return index;
}
