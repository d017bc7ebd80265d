import type { JobLogItem } from '@/lib/contract/job';

/** One line of the log with what a reader sees of it. */
export interface LogLine {
  /** Its place in the whole log, oldest first, from 1. */
  number: number;
  item: JobLogItem;
  event: string;
  /** The hostname, else the source server id; absent on lines about the whole job. */
  server?: string;
  /** What went wrong, or the machine that came of it. */
  detail: string;
  isError: boolean;
}

/** Events that report a loss without FAIL in their name. Source: DRS API model, JobLogEvent. */
const LOSSES = new Set(['JOB_CANCEL', 'SERVER_SKIPPED']);

/** Prepares the items of a job log for reading. */
export function logLines(items: JobLogItem[], names: Record<string, string>): LogLine[] {
  return items.map((item, index) => {
    const event = item.event ?? 'Event without a name';
    const { sourceServerID, rawError } = item.eventData ?? {};
    return {
      number: index + 1,
      item,
      event,
      ...(sourceServerID ? { server: names[sourceServerID] ?? sourceServerID } : {}),
      detail: detailOf(item),
      isError: Boolean(rawError) || event.includes('FAIL') || LOSSES.has(event),
    };
  });
}

function detailOf({ eventData }: JobLogItem): string {
  const { rawError, conversionServerID, targetInstanceID } = eventData ?? {};
  return [
    rawError,
    conversionServerID && `conversion server ${conversionServerID}`,
    targetInstanceID && `instance ${targetInstanceID}`,
  ]
    .filter(Boolean)
    .join(' · ');
}
