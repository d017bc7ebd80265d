// The rules of tags in plain functions: the browser does without zod.

/** Tags under this prefix correlate a DRS job with the launch that asked for it; callers may not set them. */
export const RESERVED_TAG_PREFIX = 'homeward:';

/** The tag every job started by Homeward carries, unless its launch is without tags. */
export const LAUNCH_TAG = 'homeward:launch';

/** AWS allows fifty tags on a resource; one is ours. https://docs.aws.amazon.com/tag-editor/latest/userguide/reference.html */
export const MAX_CALLER_TAGS = 49;

/** The characters of a key, and of a value. */
export const MAX_TAG_LENGTH = 256;

/** Whether a key is under a prefix that is not the caller's. */
export function isReservedKey(key: string): boolean {
  const lower = key.toLowerCase();
  return lower.startsWith('aws:') || lower.startsWith(RESERVED_TAG_PREFIX);
}

/** What is wrong with the key of a caller's tag, in words; undefined when it is fine. */
export function tagKeyError(key: string): string | undefined {
  if (key === '') return 'A tag needs a key.';
  if (isReservedKey(key)) {
    return key.toLowerCase().startsWith('aws:')
      ? 'Tag keys that start with "aws:" belong to AWS; choose another key.'
      : 'Tag keys that start with "homeward:" are set by Homeward; choose another key.';
  }
  return key.length > MAX_TAG_LENGTH
    ? `A tag key has at most ${MAX_TAG_LENGTH} characters.`
    : undefined;
}

/** The same of its value. */
export function tagValueError(value: string): string | undefined {
  return value.length > MAX_TAG_LENGTH
    ? `A tag value has at most ${MAX_TAG_LENGTH} characters.`
    : undefined;
}

export const TOO_MANY_TAGS = `A job takes at most ${MAX_CALLER_TAGS} tags of yours.`;

/** The value of the tag by which a job is recognised as that of a batch: launch id, "/" and batch number. */
export function correlation({ launchID }: { launchID: string }, number: number): string {
  return `${launchID}/${number}`;
}

/** The batch that such a value names; undefined for any other text. */
export function parseCorrelation(
  value: string | undefined,
): { launchID: string; batch: number } | undefined {
  const [, launchID, batch] = value?.match(/^(launch-[0-9a-z]{16})\/(\d+)$/) ?? [];
  return launchID && batch ? { launchID, batch: Number(batch) } : undefined;
}
