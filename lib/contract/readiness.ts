import { z } from 'zod';

export const verdict = z.enum(['ready', 'caution', 'blocked', 'running', 'done']);
export type Verdict = z.infer<typeof verdict>;

/** One rule that spoke: which, how it judged and the sentence for the operator. */
export const reason = z.object({
  rule: z.string(),
  verdict,
  sentence: z.string(),
  remedy: z.string().optional(),
});
export type Reason = z.infer<typeof reason>;

/** The verdict on one recovery instance, with the reasons that led to it, gravest first. */
export const readiness = z.object({ verdict, reasons: z.array(reason).min(1) });
export type Readiness = z.infer<typeof readiness>;
