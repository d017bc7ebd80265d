import { z } from 'zod';
import { CONDITIONS, type ConditionName } from '../world/conditions';
import type { FleetPart } from '../world/fleet-part';
import { ROLES } from '../world/roles';

const conditions = Object.keys(CONDITIONS) as [ConditionName, ...ConditionName[]];

/** Part of a fleet in a scenario: a number of servers, and what they have in common. */
export const fleetPart = z
  .strictObject({
    count: z.int().min(1).max(100_000),
    condition: z.enum(conditions).optional(),
    /** How their launch ends. */
    launchOutcome: z.enum(['launched', 'fails-conversion', 'fails-launch', 'skipped']).optional(),
    /** The beginning of their names. */
    hostname: z
      .string()
      .regex(/^[a-z][a-z0-9-]{0,40}$/, 'is not the beginning of a hostname')
      .optional(),
    os: z.enum(['linux', 'windows']).optional(),
    diskGiB: z.array(z.number().positive().max(16_384)).min(1).max(20).optional(),
    owner: z.string().optional(),
    tags: z.record(z.string(), z.coerce.string()).optional(),
  })
  .transform(({ hostname, os, diskGiB, owner, ...part }): FleetPart => {
    const known = ROLES.find(({ name }) => name === hostname);
    const isOwn = hostname ?? os ?? diskGiB ?? owner;
    if (isOwn === undefined) return part;
    const role = {
      name: hostname ?? 'server',
      os: os ?? known?.os ?? 'linux',
      diskGiB: diskGiB ?? known?.diskGiB ?? [80],
      owner: owner ?? known?.owner ?? 'operations',
    };
    return { ...part, role };
  });
