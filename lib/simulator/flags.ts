import { parseArgs } from 'node:util';
import type { TimestampFormat } from './describe/wire-time';
import type { Quotas } from './rules/quotas';

export const USAGE = `Usage: npm run simulator -- [flags]

  --port N           where it listens on 127.0.0.1; 0 takes any free port (4570)
  --servers N        recovery instances in each account and Region (60)
  --seed N           another seed makes another fleet (1)
  --speed N          how many times as fast as in reality things are done; 0 stops the clock (1)
  --scenario FILE    a rehearsal: a file, or the name of one that ships with the simulator
  --state FILE       keeps everything in this file, and goes on from it when it is there
  --no-verify        takes requests without a valid signature
  --servers-per-job N, --jobs-at-once N, --servers-in-all-jobs N
                     the quotas of DRS (100, 20, 500)
  --timestamps FORM  "live" as the service sends them (+00:00), or "model" as its model asks (Z) (live)
`;

/** The options of the command line; an absent one is left to the scenario or to the default. */
export interface Flags {
  port: number;
  servers: number | undefined;
  seed: number | undefined;
  speed: number | undefined;
  scenario: string | undefined;
  state: string | undefined;
  verify: boolean;
  timestamps: TimestampFormat | undefined;
  quotas: Record<keyof Quotas, number | undefined>;
  help: boolean;
}

const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;

/** Reads the command line. Throws an error that names the flag and says what it takes. */
export function parseFlags(args: string[]): Flags {
  const { values } = parseArgs({
    args,
    options: {
      port: text,
      servers: text,
      seed: text,
      speed: text,
      scenario: text,
      state: text,
      timestamps: text,
      'servers-per-job': text,
      'jobs-at-once': text,
      'servers-in-all-jobs': text,
      'no-verify': flag,
      help: flag,
    },
  });
  const whole = (name: keyof typeof values, from: number, to: number) =>
    numberOf(name, values[name], from, to, Number.isInteger);
  const { timestamps } = values;
  if (timestamps !== undefined && timestamps !== 'live' && timestamps !== 'model') {
    throw new Error(`--timestamps is "${timestamps}"; give "live" or "model".`);
  }
  return {
    port: whole('port', 0, 65_535) ?? 4570,
    servers: whole('servers', 0, 100_000),
    seed: whole('seed', 0, 1e9),
    speed: numberOf('speed', values.speed, 0, 100_000, Number.isFinite),
    scenario: values.scenario,
    state: values.state,
    verify: !values['no-verify'],
    timestamps,
    quotas: {
      serversPerJob: whole('servers-per-job', 1, 100_000),
      jobsAtOnce: whole('jobs-at-once', 1, 100_000),
      serversInAllJobs: whole('servers-in-all-jobs', 1, 100_000),
    },
    help: values.help ?? false,
  };
}

function numberOf(
  name: string,
  given: string | boolean | undefined,
  from: number,
  to: number,
  fits: (value: number) => boolean,
): number | undefined {
  if (typeof given !== 'string') return undefined;
  const value = Number(given);
  if (given.trim() !== '' && fits(value) && value >= from && value <= to) return value;
  throw new Error(`--${name} is "${given}"; give a number from ${from} to ${to}.`);
}
