import type { FleetRow } from '@/lib/contract/fleet';
import type { Facet } from './facets';

export interface Group {
  /** Undefined for the servers without a value. */
  value: string | undefined;
  rows: FleetRow[];
}

const collator = new Intl.Collator('en', { numeric: true });

/** Groups the rows by their value of a facet and keeps their order. The group without a value comes last. */
export function groupRows(rows: readonly FleetRow[], { valueOf, labelOf }: Facet): Group[] {
  const groups = new Map<string | undefined, Group>();
  for (const row of rows) {
    const value = valueOf(row);
    const group = groups.get(value);
    if (group) group.rows.push(row);
    else groups.set(value, { value, rows: [row] });
  }
  return [...groups.values()].toSorted(({ value: one }, { value: other }) =>
    one === undefined || other === undefined
      ? Number(one === undefined) - Number(other === undefined)
      : collator.compare(labelOf(one), labelOf(other)),
  );
}
