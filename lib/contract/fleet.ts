import { z } from 'zod';
import { verdict } from './readiness';
import { snapshotHeader } from './snapshot-header';
import { TEXT_COLUMNS } from './text-columns';

/**
 * A recovery instance as a list shows, sorts, searches and counts it. What DRS does not give is empty text or
 * null; states are DRS's own words. Times count from the `asOf` of the answer, so that the row of a server that
 * stands still stays the same.
 */
export const fleetRow = z.object({
  target: z.string(),
  recoveryInstanceID: z.string(),
  hostname: z.string(),
  fqdn: z.string(),
  ips: z.array(z.string()),
  os: z.string(),
  verdict,
  /** The gravest rule that spoke, what it says and what to do about it. */
  rule: z.string(),
  sentence: z.string(),
  remedy: z.string(),
  failbackState: z.string(),
  replicationState: z.string(),
  replicationError: z.string(),
  originEnvironment: z.string(),
  ec2InstanceState: z.string(),
  isDrill: z.boolean(),
  lagSeconds: z.number().nullable(),
  backlogBytes: z.number().nullable(),
  /** Whole seconds from `asOf` until DRS expects replication to have caught up. */
  etaSeconds: z.number().nullable(),
  /**
   * Whole seconds before `asOf` at which its failback client was last seen; for a server that came from AWS, which has
   * no client, its agent.
   */
  unseenSeconds: z.number().nullable(),
  tags: z.record(z.string(), z.string()),
});
export type FleetRow = z.infer<typeof fleetRow>;

/** Dictionary encoding: each value once, and for every row the place of its own among them. */
const dictionary = <Value extends z.ZodType>(value: Value) =>
  z.object({ values: z.array(value), rows: z.array(z.number().int()) });

/**
 * The rows of one target by column, so that ten thousand travel in little room. `lib/fleet-codec/columns.ts`
 * writes and reads it.
 */
export const fleetColumns = z.object({
  /** All ids behind one another where they are equally long and begin alike. */
  ids: z.union([
    z.array(z.string()),
    z.object({ prefix: z.string(), length: z.number().int(), joined: z.string() }),
  ]),
  hostnames: z.array(z.string()),
  /** The addresses of a row, separated by spaces, front-coded: how much they share with the row before, and the rest. */
  ips: z.object({ shared: z.array(z.number().int()), rest: z.array(z.string()) }),
  texts: z.record(z.enum(TEXT_COLUMNS), dictionary(z.string())),
  /** The tags of a row as keys and values. "+" stands for the hostname and what follows it, "=" for a text of its own. */
  tags: dictionary(z.array(z.tuple([z.string(), z.string()]))),
  /** The rows that are drills. */
  drills: z.array(z.number().int()),
  lagSeconds: z.array(z.number().nullable()),
  backlogBytes: z.array(z.number().nullable()),
  etaSeconds: z.array(z.number().nullable()),
  unseenSeconds: z.array(z.number().nullable()),
});
export type FleetColumns = z.infer<typeof fleetColumns>;

/**
 * GET /api/fleet?target=&known=
 * `columns` is null when they are those of the revision that the caller knows.
 */
export const fleetAnswer = snapshotHeader.extend({
  revision: z.string(),
  columns: fleetColumns.nullable(),
});
export type FleetAnswer = z.infer<typeof fleetAnswer>;
