import { z } from 'zod';

/** The next thing to do in the failback of a server that came from AWS. */
export const inAWSStep = z.object({
  step: z.enum([
    'start-reversed-replication',
    'wait-for-reversed-replication',
    'launch-for-failback',
    'inspect',
  ]),
  /** The DRS operation that does the step; null where there is nothing to call. */
  operation: z.enum(['ReverseReplication', 'StartRecovery']).nullable(),
  /** The Region the step is done in; null when DRS does not say which. */
  region: z.string().nullable(),
  /** The account the step is done in; null for a step in the origin Region, whose account DRS does not name. */
  account: z.string().nullable(),
  sentence: z.string(),
  /** The page of the AWS console where the step is done; null when the Region is not known. */
  consoleURL: z.string().nullable(),
  /** The public page that describes the step. */
  source: z.string(),
});
export type InAWSStep = z.infer<typeof inAWSStep>;

/**
 * How a recovery instance gets home. The two failbacks share a name and little else: one is launched by
 * StartFailbackLaunch and carried out by a failback client, the other replicates into the origin Region and
 * recovers there.
 */
export const failbackProcedure = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('on-premises'), operation: z.literal('StartFailbackLaunch') }),
  z.object({
    kind: z.literal('in-aws'),
    recoveryRegion: z.string(),
    /** Null when DRS does not name the origin's Availability Zone. */
    originRegion: z.string().nullable(),
    nextStep: inAWSStep,
  }),
  z.object({ kind: z.literal('unknown'), originEnvironment: z.string().nullable() }),
]);
export type FailbackProcedure = z.infer<typeof failbackProcedure>;
