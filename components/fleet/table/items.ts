import type { FleetRow } from '@/lib/contract/fleet';
import type { Facet } from '../view/facets';
import { type Group, groupRows } from '../view/group-rows';

/** An item of the table: a server, or the heading of a group of servers. */
export type Item =
  | { kind: 'server'; key: string; row: FleetRow }
  | { kind: 'group'; key: string; label: string; group: Group };

/** The items of the table: the servers in order, under headings where they are grouped. */
export function toItems(rows: readonly FleetRow[], facet: Facet | undefined): readonly Item[] {
  if (!facet) return rows.map(toServer);
  return groupRows(rows, facet).flatMap((group) => [
    {
      kind: 'group' as const,
      ...headingOf(group, facet),
      group,
    },
    ...group.rows.map(toServer),
  ]);
}

/** The servers in the order on screen. */
export function serversOf(items: readonly Item[]): FleetRow[] {
  return items.flatMap((item) => (item.kind === 'server' ? [item.row] : []));
}

/** An empty tag and no tag get different headings. */
function headingOf({ value }: Group, { label, labelOf }: Facet) {
  return value === undefined
    ? { key: 'group', label: `${label}: (none)` }
    : { key: `group ${value}`, label: `${label}: ${labelOf(value)}` };
}

const servers = new WeakMap<FleetRow, Item>();

/** The same server data gives the same item, so that React skips its row. */
function toServer(row: FleetRow): Item {
  const known = servers.get(row);
  if (known) return known;
  const item: Item = { kind: 'server', key: row.recoveryInstanceID, row };
  servers.set(row, item);
  return item;
}
