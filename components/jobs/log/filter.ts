import type { LogLine } from './lines';

export interface LogFilter {
  /** A source server id; empty for all. */
  server: string;
  /** An event name; empty for all. */
  event: string;
  text: string;
  errorsOnly: boolean;
}

export const NO_FILTER: LogFilter = { server: '', event: '', text: '', errorsOnly: false };

/** Whether the filter hides anything at all. */
export function isFiltering(filter: LogFilter): boolean {
  return filter.errorsOnly || [filter.server, filter.event, filter.text.trim()].some(Boolean);
}

/** The lines that pass, in their order. Text is looked for in everything the line says. */
export function filterLines(lines: LogLine[], filter: LogFilter): LogLine[] {
  const text = filter.text.trim().toLowerCase();
  return lines.filter(
    (line) =>
      (!filter.errorsOnly || line.isError) &&
      (!filter.server || line.item.eventData?.sourceServerID === filter.server) &&
      (!filter.event || line.event === filter.event) &&
      (!text || wordsOf(line).includes(text)),
  );
}

function wordsOf({ event, server, detail, item }: LogLine): string {
  return [event, server, item.eventData?.sourceServerID, detail].join(' ').toLowerCase();
}
