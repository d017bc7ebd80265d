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

/** One rule of the checklist, whether it objects or not. */
export const check = z.object({
  rule: z.string(),
  /** What the rule is about, in two or three words. */
  title: z.string(),
  /** The member of the DRS answer that the rule looks at. */
  looksAt: z.string(),
  /** "not-applicable" where the rule has nothing to judge on this server as it stands. */
  result: z.enum(['pass', 'not-applicable', 'caution', 'blocked', 'running', 'done']),
  /** What DRS says, in words. */
  fact: z.string(),
  /** Since when the fact is known: when it was read, or what it says that DRS last saw. */
  asOf: z.string(),
  /** The objection and what to do about it; absent where there is none. */
  sentence: z.string().optional(),
  remedy: z.string().optional(),
  /** The public page that the rule rests on. */
  source: z.string(),
});
export type Check = z.infer<typeof check>;

/** Every rule of readiness with what it found on one recovery instance. */
export const checklist = z.object({
  /** The verdict with its gravest reason and the remedy, in one sentence. */
  sentence: z.string(),
  checks: z.array(check),
});
export type Checklist = z.infer<typeof checklist>;

/** Where the operator draws the lines that DRS does not draw. */
export const thresholds = z.object({
  /** Beyond this lag or backlog a launch is a decision for a person. */
  lagCautionSeconds: z.number().min(0).default(60),
  backlogCautionBytes: z
    .number()
    .min(0)
    .default(2 ** 30),
  /** Beyond this one Homeward does not launch; null sets no such limit. */
  lagBlockedSeconds: z.number().min(0).nullable().default(null),
  backlogBlockedBytes: z.number().min(0).nullable().default(null),
  /** A failback client or agent that DRS has not seen for longer is taken for gone. */
  silenceSeconds: z
    .number()
    .min(1)
    .default(5 * 60),
  /** An attempt to start replication that has taken longer is taken for stuck. */
  initiationSeconds: z
    .number()
    .min(1)
    .default(15 * 60),
});
export type Thresholds = z.infer<typeof thresholds>;

export const DEFAULT_THRESHOLDS: Thresholds = thresholds.parse({});
