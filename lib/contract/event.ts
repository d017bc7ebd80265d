import { z } from 'zod';
import { patch } from './patch';
import { problem } from './problem';

/**
 * GET /api/events?topic=&topic=&after=
 * Each topic is an address of this API, such as "/api/jobs?target=eu-west-1", whose answer the stream keeps up
 * to date. The id of an event holds the sequences of all topics in the order in which they were asked for,
 * separated by commas; sent back as Last-Event-ID or `after` it resumes the stream. 0 stands for "nothing yet".
 */
export const streamEvent = z.discriminatedUnion('kind', [
  /** The whole answer. */
  z.object({
    kind: z.literal('snapshot'),
    topic: z.string(),
    sequence: z.number().int(),
    answer: z.record(z.string(), z.unknown()),
  }),
  /** What turns the answer of sequence `from` into that of `sequence`. */
  z.object({
    kind: z.literal('patch'),
    topic: z.string(),
    from: z.number().int(),
    sequence: z.number().int(),
    patch,
  }),
  /** The answer the caller has is the newest. */
  z.object({ kind: z.literal('current'), topic: z.string(), sequence: z.number().int() }),
  /** There is no answer as long as this stands in the way. */
  z.object({ kind: z.literal('problem'), topic: z.string(), problem }),
]);
export type StreamEvent = z.infer<typeof streamEvent>;
