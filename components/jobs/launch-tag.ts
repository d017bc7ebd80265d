import { LAUNCH_TAG, RESERVED_TAG_PREFIX, parseCorrelation } from '@/lib/contract/tag-rules';

type JobTags = Record<string, string> | undefined;

/** The launch and the batch that a job belongs to; undefined for jobs that Homeward did not start. */
export function launchOf(tags: JobTags): { launchID: string; batch: number } | undefined {
  return parseCorrelation(tags?.[LAUNCH_TAG]);
}

/** The tags that people put on a job, by key, without those of Homeward. */
export function callerTags(tags: JobTags): [key: string, value: string][] {
  return Object.entries(tags ?? {})
    .filter(([key]) => !key.startsWith(RESERVED_TAG_PREFIX))
    .toSorted(([one], [other]) => one.localeCompare(other, 'en'));
}
