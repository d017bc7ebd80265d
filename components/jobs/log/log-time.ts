import { parseInstant } from '@/lib/format';

/** "14:09:20.412": the time of a log line in UTC; an unreadable one as DRS writes it. */
export function logTime(written: string | undefined): string {
  return parseInstant(written)?.toISOString().slice(11, 23) ?? written ?? '–';
}
