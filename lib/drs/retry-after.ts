import type { DrsClient } from '@aws-sdk/client-drs';

/** The members that the SDK adds to an error. */
interface Answered {
  $response?: { headers?: Record<string, string> };
}

/**
 * Has a client try again soon or not at all. The SDK would sleep for up to 20 seconds when an answer gives the date from which it
 * may be called again; somebody waits, and is better told at once that DRS throttles.
 */
export function ignoreRetryAfter(client: DrsClient) {
  client.middlewareStack.add(
    (next) => async (args) => {
      try {
        return await next(args);
      } catch (error) {
        delete (error as Answered).$response?.headers?.['retry-after'];
        throw error;
      }
    },
    // Between the retries and the reading of the answer, which has taken the header over by then.
    { step: 'deserialize', priority: 'high', name: 'homewardIgnoreRetryAfter' },
  );
}
