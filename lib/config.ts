import path from 'node:path';
import { z } from 'zod';

const wholeNumber = (from: number, to: number) =>
  z.coerce
    .number({ error: `must be a whole number from ${from} to ${to}` })
    .int(`must be a whole number from ${from} to ${to}`)
    .min(from, `must be at least ${from}`)
    .max(to, `must be at most ${to}`);

const environment = z.object({
  AWS_REGION: z
    .string({ error: 'is not set; name the Region of the recovery instances, such as eu-west-1' })
    .regex(/^[a-z]{2}(-[a-z]+)+-\d+$/, 'is not the name of a Region; eu-west-1 is one'),
  HOMEWARD_TARGET: z.string().min(1).max(64, 'must have at most 64 characters').optional(),
  HOMEWARD_SIMULATOR_URL: z.url('must be an address such as http://127.0.0.1:4570').optional(),
  HOMEWARD_SERVERS_PER_JOB: wholeNumber(1, 200).default(100),
  HOMEWARD_DATA_DIR: z.string().min(1).default('data'),
  HOMEWARD_ALLOWED_HOSTS: z.string().default('127.0.0.1, localhost, [::1]'),
  HOMEWARD_OPERATOR: z.string().min(1).max(128).default('Local operator'),
  HOMEWARD_DRS_TIMEOUT_MS: wholeNumber(100, 120_000).default(15_000),
});

/** One account and Region, as the settings describe it. */
export interface TargetConfig {
  name: string;
  region: string;
  simulatorURL: string | undefined;
  serversPerJob: number;
}

export interface Config {
  /** At least one; names are unique. */
  targets: TargetConfig[];
  dataFolder: string;
  allowedHosts: string[];
  operator: string;
  drsTimeoutMilliseconds: number;
}

/**
 * Reads the settings from environment variables; an empty variable counts as absent.
 * Throws one error that names every variable that is wrong, and why.
 */
export function parseConfig(variables: Record<string, string | undefined>): Config {
  const given = Object.entries(variables).filter(
    ([, value]) => value !== undefined && value !== '',
  );
  const parsed = environment.safeParse(Object.fromEntries(given));
  if (!parsed.success) {
    const complaints = parsed.error.issues.map(
      (issue) => `${issue.path.join('.')} ${issue.message}`,
    );
    throw new Error(`Homeward cannot start: ${complaints.join('; ')}.`);
  }
  const settings = parsed.data;
  return {
    targets: [
      {
        name: settings.HOMEWARD_TARGET ?? settings.AWS_REGION,
        region: settings.AWS_REGION,
        simulatorURL: settings.HOMEWARD_SIMULATOR_URL,
        serversPerJob: settings.HOMEWARD_SERVERS_PER_JOB,
      },
    ],
    dataFolder: path.resolve(settings.HOMEWARD_DATA_DIR),
    allowedHosts: settings.HOMEWARD_ALLOWED_HOSTS.split(',')
      .map((host) => host.trim().toLowerCase())
      .filter(Boolean),
    operator: settings.HOMEWARD_OPERATOR,
    drsTimeoutMilliseconds: settings.HOMEWARD_DRS_TIMEOUT_MS,
  };
}
