import type { JobLogItem } from '@/lib/contract/job';
import type { LogLine } from './lines';

/** The log as text: one line each, time first, in columns by tab. */
export function logAsText(lines: LogLine[]): string {
  return lines
    .map(({ item, event, server, detail }) =>
      [item.logDateTime ?? '', event, server ?? '', detail.replaceAll(/\s+/g, ' ')].join('\t'),
    )
    .map((line) => `${line.trimEnd()}\n`)
    .join('');
}

/** The log as DRS gave it. */
export function logAsJson(jobID: string, items: JobLogItem[]): string {
  return `${JSON.stringify({ jobID, items }, null, 2)}\n`;
}
