import { z } from 'zod';

/** An EC2 instance id as DRS writes it: 10 to 19 characters. Source: DRS API model, RecoveryInstanceID. */
export const recoveryInstanceID = z
  .string()
  .regex(
    /^(?=.{10,19}$)i-[0-9a-fA-F]{8,}$/,
    'A recovery instance id looks like i-0a41f7c2d9e8b3a16: "i-" and 8 to 17 hexadecimal digits.',
  );

/** Source: DRS API model, JobID. */
export const jobID = z
  .string()
  .regex(
    /^drsjob-[0-9a-zA-Z]{17}$/,
    'A job id looks like drsjob-4f1c7a02be6d93a8c: "drsjob-" and 17 letters or digits.',
  );

/** The name of one account and Region that Homeward watches, as the configuration gives it. */
export const targetName = z
  .string()
  .min(1, 'Name the target, as GET /api/targets lists it.')
  .max(64, 'A target name has at most 64 characters.');

export const launchID = z
  .string()
  .regex(/^launch-[0-9a-z]{16}$/, 'A launch id looks like launch-3k9x0m2v7q1c8d4f.');

/** An instant in ISO 8601, always UTC and ending in Z, as Homeward writes it. */
export const instant = z.string();
