import { DrsClient } from '@aws-sdk/client-drs';
import type { TargetConfig } from '@/lib/config';
import { credentialsOf } from './credentials';

/** The way to one target's DRS: a client for reads, and one for calls that change something. */
export interface DrsDoor {
  reads: DrsClient;
  /**
   * Sends each call once. The SDK retries a lost answer up to three times by itself, StartFailbackLaunch
   * has no idempotency token, and a per-call maxAttempts is ignored, so mutations have a client of their own.
   */
  mutations: DrsClient;
  /** The longest that one call may take, answer included, in milliseconds. */
  timeoutMilliseconds: number;
}

interface Calls {
  /** In whose name the calls are made. */
  operator: string;
  /** The longest that one call may take, in milliseconds. */
  timeoutMilliseconds: number;
}

/** Opens the door to a target. Its credentials stay in this process. */
export function openDrs(
  target: Pick<TargetConfig, 'region' | 'role' | 'simulatorURL'>,
  { operator, timeoutMilliseconds }: Calls,
): DrsDoor {
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
  return {
    reads: new DrsClient(settings),
    mutations: new DrsClient({ ...settings, maxAttempts: 1 }),
    timeoutMilliseconds,
  };
}

/** Bounds one call as a whole; the handler's own timeouts watch single phases of it only. */
export function withinTime(door: DrsDoor) {
  return { abortSignal: AbortSignal.timeout(door.timeoutMilliseconds) };
}
