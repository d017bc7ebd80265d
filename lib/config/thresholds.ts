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

/** The lines that the operator draws; those that are left out stand where Homeward draws them. */
export function thresholdsOf(settings: z.infer<typeof thresholdVariables>): Thresholds {
  const defaults = DEFAULT_THRESHOLDS;
  return {
    lagCautionSeconds: settings.HOMEWARD_LAG_CAUTION_SECONDS ?? defaults.lagCautionSeconds,
    lagBlockedSeconds: settings.HOMEWARD_LAG_BLOCKED_SECONDS ?? defaults.lagBlockedSeconds,
    backlogCautionBytes:
      inBytes(settings.HOMEWARD_BACKLOG_CAUTION_MIB) ?? defaults.backlogCautionBytes,
    backlogBlockedBytes:
      inBytes(settings.HOMEWARD_BACKLOG_BLOCKED_MIB) ?? defaults.backlogBlockedBytes,
    silenceSeconds: settings.HOMEWARD_SILENCE_SECONDS ?? defaults.silenceSeconds,
    initiationSeconds: settings.HOMEWARD_INITIATION_SECONDS ?? defaults.initiationSeconds,
  };
}

const inBytes = (mebibytes: number | undefined) =>
  mebibytes === undefined ? undefined : mebibytes * MIB;
