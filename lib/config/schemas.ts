import { z } from 'zod';
import { CHECKPOINTS, parseFaultPoint } from '../checkpoints';
import { parseAllowedHosts } from './allowed-hosts';

// What a setting may be, wherever it is written: in a variable or in the file of targets.

export const wholeNumber = (from: number, to: number) =>
  z.coerce
    .number({ error: `must be a whole number from ${from} to ${to}` })
    .int(`must be a whole number from ${from} to ${to}`)
    .min(from, `must be at least ${from}`)
    .max(to, `must be at most ${to}`);

export const region = z
  .string({ error: 'is not set; name the Region of the recovery instances, such as eu-west-1' })
  .regex(/^[a-z]{2}(-[a-z]+)+-\d+$/, 'is not the name of a Region; eu-west-1 is one');

export const targetName = z
  .string({ error: 'is not set; give the target a name' })
  .min(1, 'must not be empty')
  .max(64, 'must have at most 64 characters');

/** Browsers name the console by any port, and a host in the list is compared without one. */
export const allowedHosts = z.string().check(({ value, issues }) => {
  for (const host of parseAllowedHosts(value)) {
    if (/^(\[[\da-f:.]+\]|[\w.-]+)$/.test(host)) continue;
    const message = `lists "${host}"; write host names alone, without scheme, port or path, and IPv6 addresses in brackets`;
    issues.push({ code: 'custom', input: value, message });
  }
});

export const simulatorURL = z.url('must be an address such as http://127.0.0.1:4570');

/** DRS takes 100 servers in a job (L-B827C881) and 200 ids in a call. */
export const serversPerJob = wholeNumber(1, 200);

/** DRS runs 20 jobs at once in a Region (L-D88FAC3A). */
export const jobsAtOnce = wholeNumber(1, 1000);

/** DRS takes 500 servers in all jobs of a Region (L-05AFA8C6). */
export const serversInAllJobs = wholeNumber(1, 100_000);

export const databaseURL = z
  .string()
  .regex(
    /^postgres(ql)?:\/\//,
    'must be an address such as postgres://user@127.0.0.1:5432/homeward',
  );

const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

export const logLevel = z.enum(LOG_LEVELS, { error: `must be one of ${LOG_LEVELS.join(', ')}` });

export const faultPoint = z.string().refine((value) => parseFaultPoint(value) !== undefined, {
  error: `must be one of ${CHECKPOINTS.join(', ')}, with ":2" for its second passage`,
});
