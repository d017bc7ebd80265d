import { z } from 'zod';
import { faultInput } from '../faults/fault-input';
import { duration } from './duration';
import { SERVER_ACTIONS, type ServerAction } from './server-actions';

const description = z.strictObject({
  count: z.int().min(1).optional(),
  hostnames: z.array(z.string()).min(1).optional(),
  recoveryInstanceIDs: z.array(z.string()).min(1).optional(),
  tags: z.record(z.string(), z.coerce.string()).optional(),
});

/** Which servers an event is about: so many, or the ones described; absent parts of a description fit all. */
const selection = z.union(
  [
    description,
    z
      .int()
      .min(1)
      .transform((count): z.infer<typeof description> => ({ count })),
  ],
  'is neither a number of servers nor a description of them',
);
export type Selection = z.infer<typeof description>;

/** What can happen to servers. Each takes the servers it is about. */
const onServers = {
  /** The failback client is booted on the premises. */
  bootClients: selection.optional(),
  /** The failback client is no longer seen. */
  loseClients: selection.optional(),
  /** A lost failback client is seen again. */
  returnClients: selection.optional(),
  /** No bytes move, of the whole server or of its largest disk. */
  stallServers: selection.optional(),
  stallDisks: selection.optional(),
  resume: selection.optional(),
  /** Somebody else launches them. */
  launch: selection.optional(),
} satisfies Record<ServerAction, unknown>;

const happening = z.strictObject({
  /** What to tell the people who rehearse. */
  say: z.string().max(300).optional(),
  /** Where it happens; absent: everywhere. */
  accountID: z
    .string()
    .regex(/^\d{12}$/, 'is not an account id of twelve digits; write it in quotes')
    .optional(),
  region: z.string().optional(),
  ...onServers,
  fault: faultInput.optional(),
  /** All faults are taken away. */
  clearFaults: z.literal(true).optional(),
});

const ACTIONS = [...SERVER_ACTIONS, 'fault', 'clearFaults'] as const;

/** What an event does, as the control path takes it: at once. */
export const immediateEvent = happening.check(({ value, issues }) => exactlyOne(value, issues));

/** One event of a scenario, with the time of the rehearsal at which it happens. */
export const scenarioEvent = happening
  .extend({ at: duration })
  .check(({ value, issues }) => exactlyOne(value, issues));

export type RehearsalEvent = z.infer<typeof immediateEvent>;
export type ScenarioEvent = z.infer<typeof scenarioEvent>;

function exactlyOne(event: z.infer<typeof happening>, issues: z.core.$ZodRawIssue[]) {
  const given = ACTIONS.filter((action) => event[action] !== undefined);
  if (given.length === 1) return;
  const message =
    given.length === 0
      ? `says nothing that happens; give one of ${ACTIONS.join(', ')}`
      : `does more than one thing (${given.join(', ')}); make an event of each`;
  issues.push({ code: 'custom', input: event, message });
}
