import { z } from 'zod';
import {
  MAX_CALLER_TAGS,
  MAX_TAG_LENGTH,
  TOO_MANY_TAGS,
  isReservedKey,
  tagKeyError,
  tagValueError,
} from './tag-rules';

const keyError = ({ input }: { input?: unknown }) => tagKeyError(String(input));

const tagKey = z
  .string()
  .min(1, { error: keyError })
  .max(MAX_TAG_LENGTH, { error: keyError })
  .refine((key) => !isReservedKey(key), { error: keyError });

const tagValue = z
  .string()
  .max(MAX_TAG_LENGTH, { error: ({ input }) => tagValueError(String(input)) });

/** Tags a caller may put on a job: key and value of at most 256 characters each. */
export const tags = z
  .record(tagKey, tagValue)
  .refine((record) => Object.keys(record).length <= MAX_CALLER_TAGS, { error: TOO_MANY_TAGS });
