import { z } from 'zod';
import { scenarioEvent } from './event';
import { fleetPart } from './fleet';

const servers = z.int().min(0).max(100_000);
const regionName = z.string().regex(/^[a-z]{2}(-[a-z]+)+-\d+$/, 'is not the name of a Region');

const quotas = z.strictObject({
  serversPerJob: z.int().min(1).optional(),
  jobsAtOnce: z.int().min(1).optional(),
  serversInAllJobs: z.int().min(1).optional(),
});

const role = z.strictObject({
  name: z.string().regex(/^[\w+=,.@-]{1,64}$/, 'is not the name of a role'),
  externalID: z.string().optional(),
  denied: z.boolean().optional(),
});

const region = z.strictObject({
  servers: servers.optional(),
  /** False: DRS was never initialised there. */
  initialized: z.boolean().optional(),
});

const account = z.strictObject({
  accountID: z
    .string('must be written in quotes')
    .regex(/^\d{12}$/, 'is not an account id of twelve digits'),
  name: z.string().optional(),
  /** The access keys that belong to it. */
  accessKeyIDs: z.array(z.string().regex(/^\w{3,128}$/, 'is not an access key id')).optional(),
  /** Its roles; absent: any role may be assumed. */
  roles: z.array(role).optional(),
  /** Where DRS is used; absent: in every Region. */
  regions: z.record(regionName, region).optional(),
});
export type AccountPlan = z.infer<typeof account>;

/** A scenario: the fleet, the accounts it belongs to, and what happens when. */
export const scenario = z
  .strictObject({
    name: z.string().min(1),
    about: z.string().optional(),
    servers: servers.optional(),
    /** The shape of each fleet, instead of a number of servers. */
    fleet: z.array(fleetPart).min(1).optional(),
    seed: z.int().min(0).max(1e9).optional(),
    speed: z.number().min(0).max(100_000).optional(),
    timestamps: z.enum(['live', 'model']).optional(),
    quotas: quotas.optional(),
    requestsPerSecond: z.number().positive().optional(),
    stalledIsError: z.boolean().optional(),
    accounts: z
      .array(account)
      .check(({ value, issues }) => apart(value, issues))
      .optional(),
    events: z.array(scenarioEvent).optional(),
  })
  .refine(({ servers: count, fleet }) => count === undefined || fleet === undefined, {
    path: ['servers'],
    message: 'stands beside a fleet, which says how many there are; give one of them',
  });
export type Scenario = z.infer<typeof scenario>;

/** No account and no access key is there twice. */
function apart(accounts: AccountPlan[], issues: z.core.$ZodRawIssue[]) {
  const seen = new Set<string>();
  for (const [index, { accountID, accessKeyIDs = [] }] of accounts.entries()) {
    for (const name of [accountID, ...accessKeyIDs]) {
      if (seen.has(name)) {
        const message = `${name} is there twice`;
        issues.push({ code: 'custom', input: name, path: [index], message });
      }
      seen.add(name);
    }
  }
}
