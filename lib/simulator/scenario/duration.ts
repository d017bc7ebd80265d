import { z } from 'zod';

const WRITTEN = /^(?:(\d+)h)?\s*(?:(\d+)m)?\s*(?:(\d+)s)?$/;

/** A duration as a person writes it (40s, 3m, 1h 30m, or a number of seconds), in seconds. */
export const duration = z.union([z.number().min(0), z.string()]).transform((written, context) => {
  if (typeof written === 'number') return written;
  const parts = WRITTEN.exec(written.trim())?.slice(1);
  if (!parts?.some((part) => part !== undefined)) {
    context.addIssue(`"${written}" is not a duration such as 40s, 3m or 1h 30m`);
    return z.NEVER;
  }
  const [hours, minutes, seconds] = parts.map((part) => Number(part ?? 0));
  return (hours ?? 0) * 3_600 + (minutes ?? 0) * 60 + (seconds ?? 0);
});
