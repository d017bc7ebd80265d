import type { TimestampFormat } from './describe/wire-time';
import { DEFAULT_QUOTAS, type Quotas } from './rules/quotas';
import type { Scenario } from './scenario/schema';
import type { FleetPart } from './world/fleet-part';

/** The settings of a simulation, which never change. */
export interface SimulationSettings {
  /** The shape of each fleet, unless an account of the scenario says how many servers it has. */
  fleet: readonly FleetPart[];
  seed: number;
  /** How many times as fast as in reality things are done; 0 stops the clock. */
  speed: number;
  quotas: Quotas;
  /** Calls of one operation that an account may make in a Region in a second; absent: any number. */
  requestsPerSecond: number | undefined;
  timestamps: TimestampFormat;
  /** False: signatures are not verified. */
  verify: boolean;
  /** False: a server that was ready stays so when its replication stalls. */
  stalledIsError: boolean;
  scenario: Scenario | undefined;
}

type Scalars = Omit<SimulationSettings, 'fleet' | 'quotas'>;

/** The options of the command line or a test. They override the scenario, and the scenario the defaults. */
export type SimulationOptions = { [Name in keyof Scalars]?: Scalars[Name] | undefined } & {
  servers?: number | undefined;
  quotas?: { [Name in keyof Quotas]?: number | undefined } | undefined;
};

export function settingsOf({
  servers,
  quotas,
  scenario,
  ...options
}: SimulationOptions): SimulationSettings {
  const count = servers ?? scenario?.servers ?? 60;
  const quota = (name: keyof Quotas) =>
    quotas?.[name] ?? scenario?.quotas?.[name] ?? DEFAULT_QUOTAS[name];
  return {
    fleet: servers === undefined && scenario?.fleet ? scenario.fleet : [{ count }],
    seed: options.seed ?? scenario?.seed ?? 1,
    speed: options.speed ?? scenario?.speed ?? 1,
    quotas: {
      serversPerJob: quota('serversPerJob'),
      jobsAtOnce: quota('jobsAtOnce'),
      serversInAllJobs: quota('serversInAllJobs'),
    },
    requestsPerSecond: options.requestsPerSecond ?? scenario?.requestsPerSecond,
    timestamps: options.timestamps ?? scenario?.timestamps ?? 'live',
    verify: options.verify ?? true,
    stalledIsError: options.stalledIsError ?? scenario?.stalledIsError ?? true,
    scenario,
  };
}
