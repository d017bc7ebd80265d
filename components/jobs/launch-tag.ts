import { LAUNCH_TAG, RESERVED_TAG_PREFIX, parseCorrelation } from '@/lib/contract/tag-rules';

type JobTags = Record<string, string> | undefined;

/** The launch that asked for a job, and which of its batches the job is; nothing for jobs of others. */
export function launchOf(tags: JobTags): { launchID: string; batch: number } | undefined {
  return parseCorrelation(tags?.[LAUNCH_TAG]);
}

/** The tags that people put on a job, by key; ours only correlate. */
export function callerTags(tags: JobTags): [key: string, value: string][] {
  return Object.entries(tags ?? {})
    .filter(([key]) => !key.startsWith(RESERVED_TAG_PREFIX))
    .toSorted(([one], [other]) => one.localeCompare(other, 'en'));
}
