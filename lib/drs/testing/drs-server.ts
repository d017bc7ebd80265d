import { type RequestListener, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, vi } from 'vitest';
import type { Clock } from '@/lib/time';
import { type DrsClients, createDrsClients } from '../client';

interface Opening {
  clock?: Clock;
  timeoutMilliseconds?: number;
  /** Whether readings are tried again by themselves. */
  retries?: boolean;
}

/**
 * A DRS that answers as `answer` does, in each test anew, with credentials that are obviously fake. What is returned makes
 * clients of it that send each call once, unless readings are to be tried again.
 */
export function answeringDrs(answer: RequestListener): (opening?: Opening) => DrsClients {
  const server = createServer(answer);
  beforeEach(async () => {
    vi.stubEnv('AWS_ACCESS_KEY_ID', 'HOMEWARDTEST');
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'homeward-simulator');
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterEach(async () => {
    vi.unstubAllEnvs();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return ({ clock, timeoutMilliseconds = 5_000, retries = false } = {}) => {
    const { port } = server.address() as AddressInfo;
    const drs = createDrsClients(
      { region: 'eu-west-1', role: undefined, simulatorURL: `http://127.0.0.1:${port}` },
      { operator: 'Test', timeoutMilliseconds, ...(clock ? { clock } : {}) },
    );
    return retries ? drs : { ...drs, reads: drs.polls };
  };
}
