import type { LAUNCH_TAG, RESERVED_TAG_PREFIX } from '@/lib/contract/tags';

// The contract brings zod, which the browser does without; the types hold these to the same text.
const launchTag: typeof LAUNCH_TAG = 'homeward:launch';
const reservedPrefix: typeof RESERVED_TAG_PREFIX = 'homeward:';

type JobTags = Record<string, string> | undefined;

/** The launch that asked for a job, and which of its batches the job is; nothing for jobs of others. */
export function launchOf(tags: JobTags): { launchID: string; batch: string } | undefined {
  const match = tags?.[launchTag]?.match(/^(launch-[0-9a-z]{16})\/(\d+)$/);
  const [, launchID, batch] = match ?? [];
  return launchID && batch ? { launchID, batch } : undefined;
}

/** The tags that people put on a job, by key; ours only correlate. */
export function callerTags(tags: JobTags): [key: string, value: string][] {
  return Object.entries(tags ?? {})
    .filter(([key]) => !key.startsWith(reservedPrefix))
    .toSorted(([one], [other]) => one.localeCompare(other, 'en'));
}
