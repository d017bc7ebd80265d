import { z } from 'zod';

/** One operation of an RFC 6902 patch; "move", "copy" and "test" are not used. */
export const operation = z.discriminatedUnion('op', [
  z.object({ op: z.enum(['add', 'replace']), path: z.string(), value: z.unknown() }),
  z.object({ op: z.literal('remove'), path: z.string() }),
]);
export type Operation = z.infer<typeof operation>;

/** An RFC 6902 JSON Patch: what has become of an answer, operation by operation. */
export const patch = z.array(operation);
export type Patch = z.infer<typeof patch>;
