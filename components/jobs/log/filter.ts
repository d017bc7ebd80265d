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

/** What the parameters of the address are called that repeat a filter. */
export const FILTER_PARAMETERS = ['log-server', 'log-event', 'log-text', 'log-errors'] as const;

type Parameters = Record<(typeof FILTER_PARAMETERS)[number], string>;

export function parseFilter(parameters: Parameters): LogFilter {
  return {
    server: parameters['log-server'],
    event: parameters['log-event'],
    text: parameters['log-text'],
    errorsOnly: parameters['log-errors'] !== '',
  };
}

export function formatFilter({ server, event, text, errorsOnly }: LogFilter): Parameters {
  return {
    'log-server': server,
    'log-event': event,
    'log-text': text,
    'log-errors': errorsOnly ? 'only' : '',
  };
}

/** Whether the filter hides anything at all. */
export function isFiltering(filter: LogFilter): boolean {
  return filter.errorsOnly || [filter.server, filter.event, filter.text.trim()].some(Boolean);
}

/** The lines that pass, in their order. Text is looked for in everything the line says. */
export function filterLines(lines: LogLine[], filter: LogFilter): LogLine[] {
  if (!isFiltering(filter)) return lines;
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
