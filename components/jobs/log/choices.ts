import type { LogLine } from './lines';

export interface Choice {
  value: string;
  label: string;
}

const collator = new Intl.Collator('en', { numeric: true });

/** The servers that the log speaks of, by name. */
export function serverChoices(lines: LogLine[]): Choice[] {
  const names = new Map<string, string>();
  for (const { item, server } of lines) {
    const id = item.eventData?.sourceServerID;
    if (id) names.set(id, server ?? id);
  }
  return [...names]
    .map(([value, label]) => ({ value, label }))
    .toSorted((one, other) => collator.compare(one.label, other.label));
}

/** The events that the log holds, as DRS writes them. */
export function eventChoices(lines: LogLine[]): Choice[] {
  return [...new Set(lines.map(({ event }) => event))]
    .toSorted(collator.compare)
    .map((event) => ({ value: event, label: event }));
}
