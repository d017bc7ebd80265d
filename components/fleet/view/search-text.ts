import type { FleetRow } from '@/lib/contract/fleet';

/** The texts made so far. */
const texts = new WeakMap<FleetRow, string>();

/** All searchable text of a row, in lower case. */
export function searchTextOf(row: FleetRow): string {
  const known = texts.get(row);
  if (known !== undefined) return known;
  const { hostname, fqdn, recoveryInstanceID, os, ips, tags, target } = row;
  const words = [hostname, fqdn, recoveryInstanceID, target, os, ...ips];
  for (const [key, value] of Object.entries(tags)) words.push(`${key}=${value}`);
  const text = words.join(' ').toLowerCase();
  texts.set(row, text);
  return text;
}
