import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { parseAllowedHosts } from './config/allowed-hosts';
import {
  allowedHosts,
  databaseURL,
  faultPoint,
  jobsAtOnce,
  logLevel,
  region,
  serversInAllJobs,
  serversPerJob,
  simulatorURL,
  targetName,
  wholeNumber,
} from './config/schemas';
import { type TargetEntry, parseTargetsFile } from './config/targets-file';
import { thresholdVariables, thresholdsOf } from './config/thresholds';
import type { Thresholds } from './contract/readiness';

const common = z.object({
  HOMEWARD_TARGETS_FILE: z.string().min(1).optional(),
  HOMEWARD_SERVERS_PER_JOB: serversPerJob.default(100),
  HOMEWARD_JOBS_AT_ONCE: jobsAtOnce.default(20),
  HOMEWARD_SERVERS_IN_ALL_JOBS: serversInAllJobs.default(500),
  HOMEWARD_DATA_DIR: z.string().min(1).default('data'),
  HOMEWARD_ALLOWED_HOSTS: allowedHosts.optional(),
  HOMEWARD_OPERATOR: z.string().min(1).max(128).default('Local operator'),
  HOMEWARD_DRS_TIMEOUT_MS: wholeNumber(100, 120_000).default(15_000),
  HOMEWARD_SETTLE_MS: wholeNumber(100, 600_000).default(30_000),
  DATABASE_URL: databaseURL.optional(),
  LOG_LEVEL: logLevel.default('info'),
  HOMEWARD_FAULT_POINT: faultPoint.optional(),
  ...thresholdVariables.shape,
});

/** A console of one target needs no file: these variables describe it. */
const soleTarget = z.object({
  AWS_REGION: region,
  HOMEWARD_TARGET: targetName.optional(),
  HOMEWARD_SIMULATOR_URL: simulatorURL.optional(),
  ...common.shape,
});

const inTheFileInstead = z.undefined('describes a sole target; say it in HOMEWARD_TARGETS_FILE');
const targetsInFile = common.extend({
  HOMEWARD_TARGET: inTheFileInstead.optional(),
  HOMEWARD_SIMULATOR_URL: inTheFileInstead.optional(),
});

/** The names of all variables that are read. */
export const VARIABLES: readonly string[] = Object.keys(soleTarget.shape);

/** One account and Region, as the settings describe it. */
export interface TargetConfig {
  name: string;
  region: string;
  /** The role that is assumed for it; without one the console's own credentials are used. */
  role: { arn: string; externalID: string | undefined } | undefined;
  simulatorURL: string | undefined;
  serversPerJob: number;
  jobsAtOnce: number;
  serversInAllJobs: number;
  thresholds: Thresholds;
}

export interface Config {
  /** At least one; names are unique. */
  targets: TargetConfig[];
  dataFolder: string;
  /** A PostgreSQL database that holds the store instead of the data folder. */
  databaseURL: string | undefined;
  allowedHosts: string[];
  operator: string;
  drsTimeoutMilliseconds: number;
  /** How long after a lost answer its job may stay out of sight before a person has to decide. */
  settleMilliseconds: number;
  logLevel: z.infer<typeof logLevel>;
}

type ReadText = (file: string) => string;

/**
 * Reads the settings from environment variables, and the file of targets if they name one; an empty variable
 * counts as absent. Throws one error that names every variable or line that is wrong, and why.
 */
export function parseConfig(
  variables: Record<string, string | undefined>,
  readText: ReadText = (file) => readFileSync(file, 'utf8'),
): Config {
  const given = Object.fromEntries(
    Object.entries(variables).filter(([, value]) => value !== undefined && value !== ''),
  );
  const settings = given.HOMEWARD_TARGETS_FILE
    ? check(targetsInFile, given)
    : check(soleTarget, given);
  const targets = targetsOf(settings, readText);
  if (settings.HOMEWARD_FAULT_POINT && targets.some((target) => !target.simulatorURL)) {
    throw cannotStart('HOMEWARD_FAULT_POINT is for rehearsals; every target must be a simulator.');
  }
  return {
    targets,
    dataFolder: path.resolve(settings.HOMEWARD_DATA_DIR),
    databaseURL: settings.DATABASE_URL,
    allowedHosts: parseAllowedHosts(settings.HOMEWARD_ALLOWED_HOSTS),
    operator: settings.HOMEWARD_OPERATOR,
    drsTimeoutMilliseconds: settings.HOMEWARD_DRS_TIMEOUT_MS,
    settleMilliseconds: settings.HOMEWARD_SETTLE_MS,
    logLevel: settings.LOG_LEVEL,
  };
}

function check<Schema extends z.ZodType>(schema: Schema, given: object): z.infer<Schema> {
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const complaints = parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`);
  throw cannotStart(`${complaints.join('; ')}.`);
}

function targetsOf(
  settings: z.infer<typeof soleTarget> | z.infer<typeof targetsInFile>,
  readText: ReadText,
): TargetConfig[] {
  const entries: TargetEntry[] =
    'AWS_REGION' in settings
      ? [
          {
            name: settings.HOMEWARD_TARGET ?? settings.AWS_REGION,
            region: settings.AWS_REGION,
            simulator: settings.HOMEWARD_SIMULATOR_URL,
          },
        ]
      : readTargets(settings.HOMEWARD_TARGETS_FILE ?? '', readText);
  return entries.map((entry) => ({
    name: entry.name,
    region: entry.region,
    role: entry.roleArn ? { arn: entry.roleArn, externalID: entry.externalId } : undefined,
    simulatorURL: entry.simulator,
    serversPerJob: entry.serversPerJob ?? settings.HOMEWARD_SERVERS_PER_JOB,
    jobsAtOnce: entry.jobsAtOnce ?? settings.HOMEWARD_JOBS_AT_ONCE,
    serversInAllJobs: entry.serversInAllJobs ?? settings.HOMEWARD_SERVERS_IN_ALL_JOBS,
    thresholds: thresholdsOf(settings, entry.thresholds),
  }));
}

function readTargets(file: string, readText: ReadText): TargetEntry[] {
  let text: string;
  try {
    text = readText(file);
  } catch (error) {
    const { code } = error as { code?: string };
    throw cannotStart(`HOMEWARD_TARGETS_FILE names ${file}, which cannot be read (${code}).`);
  }
  try {
    return parseTargetsFile(text, path.basename(file));
  } catch (error) {
    throw cannotStart(error instanceof Error ? error.message : String(error));
  }
}

const cannotStart = (why: string) => new Error(`Homeward cannot start: ${why}`);
