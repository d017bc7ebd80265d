import { z } from 'zod';
import { DEFAULT_THRESHOLDS, type Thresholds } from '../contract/readiness';
import { wholeNumber } from './schemas';

const YEAR_SECONDS = 366 * 24 * 3_600;
const MIB = 2 ** 20;
const PIB_IN_MIB = 2 ** 30;

/** The variables with which the operator draws the lines of readiness. */
export const thresholdVariables = z.object({
  HOMEWARD_LAG_CAUTION_SECONDS: wholeNumber(0, YEAR_SECONDS).optional(),
  HOMEWARD_LAG_BLOCKED_SECONDS: wholeNumber(0, YEAR_SECONDS).optional(),
  HOMEWARD_BACKLOG_CAUTION_MIB: wholeNumber(0, PIB_IN_MIB).optional(),
  HOMEWARD_BACKLOG_BLOCKED_MIB: wholeNumber(0, PIB_IN_MIB).optional(),
  HOMEWARD_SILENCE_SECONDS: wholeNumber(1, YEAR_SECONDS).optional(),
  HOMEWARD_INITIATION_SECONDS: wholeNumber(1, YEAR_SECONDS).optional(),
});

/** Nothing stands for zero here: a limit that was left empty would otherwise block every launch. */
function figure(from: number, to: number) {
  const error = `must be a whole number from ${from} to ${to}`;
  return z.int({ error }).min(from, error).max(to, error).optional();
}

/** The same lines for one target alone, in the file of targets. */
export const targetThresholds = z.strictObject(
  {
    lagCautionSeconds: figure(0, YEAR_SECONDS),
    lagBlockedSeconds: figure(0, YEAR_SECONDS),
    backlogCautionMiB: figure(0, PIB_IN_MIB),
    backlogBlockedMiB: figure(0, PIB_IN_MIB),
    silenceSeconds: figure(1, YEAR_SECONDS),
    initiationSeconds: figure(1, YEAR_SECONDS),
  },
  { error: 'must be settings with figures, such as lagBlockedSeconds: 300' },
);

/**
 * The lines that the operator draws for a target: in the file of targets, else for the whole console; those that are
 * left out stand where Homeward draws them.
 */
export function thresholdsOf(
  settings: z.infer<typeof thresholdVariables>,
  target: z.infer<typeof targetThresholds> = {},
): Thresholds {
  const defaults = DEFAULT_THRESHOLDS;
  const {
    lagCautionSeconds = settings.HOMEWARD_LAG_CAUTION_SECONDS,
    lagBlockedSeconds = settings.HOMEWARD_LAG_BLOCKED_SECONDS,
    backlogCautionMiB = settings.HOMEWARD_BACKLOG_CAUTION_MIB,
    backlogBlockedMiB = settings.HOMEWARD_BACKLOG_BLOCKED_MIB,
    silenceSeconds = settings.HOMEWARD_SILENCE_SECONDS,
    initiationSeconds = settings.HOMEWARD_INITIATION_SECONDS,
  } = target;
  return {
    lagCautionSeconds: lagCautionSeconds ?? defaults.lagCautionSeconds,
    lagBlockedSeconds: lagBlockedSeconds ?? defaults.lagBlockedSeconds,
    backlogCautionBytes: inBytes(backlogCautionMiB) ?? defaults.backlogCautionBytes,
    backlogBlockedBytes: inBytes(backlogBlockedMiB) ?? defaults.backlogBlockedBytes,
    silenceSeconds: silenceSeconds ?? defaults.silenceSeconds,
    initiationSeconds: initiationSeconds ?? defaults.initiationSeconds,
  };
}

const inBytes = (mebibytes: number | undefined) =>
  mebibytes === undefined ? undefined : mebibytes * MIB;
