import { z } from 'zod';

/** Tags under this prefix correlate a DRS job with the launch that asked for it; callers may not set them. */
export const RESERVED_TAG_PREFIX = 'homeward:';

/** The tag every job started by Homeward carries: launch id, "/" and batch number. */
export const LAUNCH_TAG = 'homeward:launch';

/** AWS allows fifty tags on a resource; one is ours. https://docs.aws.amazon.com/tag-editor/latest/userguide/reference.html */
export const MAX_CALLER_TAGS = 49;

const tagKey = z
  .string()
  .min(1, 'A tag needs a key.')
  .max(256, 'A tag key has at most 256 characters.')
  .refine((key) => !key.toLowerCase().startsWith('aws:'), {
    error: 'Tag keys that start with "aws:" belong to AWS; choose another key.',
  })
  .refine((key) => !key.toLowerCase().startsWith(RESERVED_TAG_PREFIX), {
    error: 'Tag keys that start with "homeward:" are set by Homeward; choose another key.',
  });

const tagValue = z.string().max(256, 'A tag value has at most 256 characters.');

/** Tags a caller may put on a job: key and value of at most 256 characters each. */
export const tags = z
  .record(tagKey, tagValue)
  .refine((record) => Object.keys(record).length <= MAX_CALLER_TAGS, {
    error: `A job takes at most ${MAX_CALLER_TAGS} tags of yours.`,
  });
