import type { AgentOptions } from 'node:http';
import { DrsClient } from '@aws-sdk/client-drs';
import type { TargetConfig } from '@/lib/config';
import { type Clock, systemClock } from '@/lib/time';
import { ClockOffset } from './clock-offset';
import { credentialsOf } from './credentials';
import { tellCredentialsErrors } from './credentials-errors';
import { ignoreRetryAfter } from './retry-after';
import { signByOneClock } from './signing-clock';

/** The SDK clients for one target, by what a call is for. */
export interface DrsClients {
  /** Retries by itself. For what somebody waits for. */
  reads: DrsClient;
  /** Sends each call once. The poller hears of a failure at once, and its next poll is the retry. */
  polls: DrsClient;
  /**
   * Sends each call once. The SDK retries a lost answer up to three times by itself, StartFailbackLaunch
   * has no idempotency token, and a per-call maxAttempts is ignored, so mutations have a client of their own.
   */
  mutations: DrsClient;
  /** The longest that one call may take, answer included, in milliseconds. */
  timeoutMilliseconds: number;
  /** How far the clock of DRS is ahead of ours. */
  clockOffset: ClockOffset;
}

interface Calls {
  /** The name that the calls carry. */
  operator: string;
  /** The longest that one call may take, in milliseconds. */
  timeoutMilliseconds: number;
  clock?: Clock;
  /** Writes to the log of the server. */
  warn?: (event: string, error: unknown) => void;
}

/** Makes the clients for one target. Its credentials stay in this process. */
export function createDrsClients(
  target: Pick<TargetConfig, 'region' | 'role' | 'simulatorURL'>,
  { operator, timeoutMilliseconds, clock = systemClock, warn }: Calls,
): DrsClients {
  const { region, simulatorURL } = target;
  // The SDK has no timeouts of its own: without these a hung DRS hangs the console.
  const requestHandler = {
    connectionTimeout: Math.min(5_000, timeoutMilliseconds),
    requestTimeout: timeoutMilliseconds,
  };
  const credentials = credentialsOf(target, { operator, requestHandler });
  const settings = {
    region,
    requestHandler,
    ...(credentials ? { credentials } : {}),
    ...(simulatorURL ? { endpoint: simulatorURL } : {}),
  };
  // A kept connection may be closed by the other side at the very moment at which a call sets out on it, and a
  // call that is not tried again would end in doubt for that: it goes on a connection of its own. The pages of one
  // list share theirs, which does not idle between them.
  const once = (agent: AgentOptions) => ({
    ...settings,
    maxAttempts: 1,
    requestHandler: { ...requestHandler, httpAgent: agent, httpsAgent: agent },
  });
  const clients = {
    reads: new DrsClient(settings),
    polls: new DrsClient(once({ keepAlive: true, timeout: IDLE_TIMEOUT })),
    mutations: new DrsClient(once({ keepAlive: false })),
  };
  ignoreRetryAfter(clients.reads);
  signByOneClock(Object.values(clients));
  const clockOffset = new ClockOffset(clock);
  for (const client of Object.values(clients)) {
    clockOffset.observe(client);
    if (warn) tellCredentialsErrors(client, warn);
  }
  return { ...clients, timeoutMilliseconds, clockOffset };
}

/** Shorter than the time between two polls, and than any service keeps an idle connection, in milliseconds. */
const IDLE_TIMEOUT = 1_000;
