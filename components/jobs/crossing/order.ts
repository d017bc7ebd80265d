import type { ServerOutcome } from '@/lib/contract/job';

/** Outcomes that need a person come first. */
const URGENCY: ServerOutcome['outcome'][] = [
  'failed',
  'unknown',
  'cancelled',
  'skipped',
  'running',
  'launched',
  'terminated',
];

const collator = new Intl.Collator('en', { numeric: true });

/** The name a server is shown by: its hostname, else the id DRS gives. */
export function serverName(server: ServerOutcome, names: Record<string, string>): string {
  const id = server.sourceServerID;
  return (id && names[id]) || id || server.recoveryInstanceID || 'Server without an id';
}

/**
 * Failed first, then running, then home; by name within each, so that a lane moves only when what
 * became of its server changes.
 */
export function orderServers(
  servers: ServerOutcome[],
  names: Record<string, string>,
): ServerOutcome[] {
  return servers.toSorted(
    (one, other) =>
      URGENCY.indexOf(one.outcome) - URGENCY.indexOf(other.outcome) ||
      collator.compare(serverName(one, names), serverName(other, names)),
  );
}
