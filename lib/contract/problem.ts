import { z } from 'zod';

/**
 * Every error of the API, an RFC 9457 problem document.
 * `code` is stable and meant for programs, `detail` says what to do and is meant for people.
 */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string(),
  code: z.string(),
  /** The fields that were refused: a JSON pointer and a sentence each. */
  fields: z.array(z.object({ pointer: z.string(), detail: z.string() })).optional(),
  /** The name DRS gives the error, such as ConflictException. */
  errorName: z.string().optional(),
  requestID: z.string().optional(),
  retryAfterSeconds: z.number().optional(),
  /** What DRS says is in the way, such as a quota or a resource. */
  resourceId: z.string().optional(),
  resourceType: z.string().optional(),
  quotaCode: z.string().optional(),
  /** The launch that was recorded and then refused by DRS, or the one that is in the way. */
  launchID: z.string().optional(),
  /** Jobs that hold servers of the request, each with whose it is and since when. */
  conflicts: z
    .array(
      z.object({
        recoveryInstanceID: z.string(),
        jobID: z.string(),
        /** What DRS says of who started it, such as FAILBACK or START_RECOVERY. */
        initiatedBy: z.string().optional(),
        creationDateTime: z.string().optional(),
        /** The launch and the person, where the job is one of Homeward's own. */
        launchID: z.string().optional(),
        actor: z.string().optional(),
      }),
    )
    .optional(),
});

export type Problem = z.infer<typeof problem>;
