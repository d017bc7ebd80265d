import type {
  $Command,
  DrsClientResolvedConfig,
  ServiceInputTypes,
  ServiceOutputTypes,
} from '@aws-sdk/client-drs';
import type { DrsClients } from './client';
import { CredentialsTimeoutError } from './credentials-errors';

/** DRS has not answered in full within the time allowed. */
class AnswerTimeoutError extends Error {
  override name = 'TimeoutError';
}

/**
 * Sends one command, and takes no longer for it than the clients allow, answer included: the SDK looks at its own signal only
 * while a request is on the wire, not while it resolves credentials or waits before it tries again. What has not
 * left by then never leaves.
 * `beforeWrite` runs when the signed request is about to be written; what it throws keeps the request from leaving.
 * Rejects with what the SDK or `beforeWrite` rejects with, with a TimeoutError, or with a CredentialsTimeoutError when
 * nothing had left.
 */
export async function send<Input extends ServiceInputTypes, Output extends ServiceOutputTypes>(
  drs: DrsClients,
  by: 'reads' | 'mutations',
  command: $Command<Input, Output, DrsClientResolvedConfig, ServiceInputTypes, ServiceOutputTypes>,
  beforeWrite: () => void = () => undefined,
): Promise<Output> {
  const givenUp = new AbortController();
  let hasLeft = false;
  command.middlewareStack.add(
    (next) => (args) => {
      givenUp.signal.throwIfAborted();
      beforeWrite();
      hasLeft = true;
      return next(args);
    },
    // The last step before the connection: the SDK has resolved credentials and signed by then.
    { step: 'deserialize', priority: 'low', name: 'homewardBeforeWrite' },
  );
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(hasLeft ? new AnswerTimeoutError() : new CredentialsTimeoutError());
      givenUp.abort();
    }, drs.timeoutMilliseconds);
  });
  try {
    return await Promise.race([drs[by].send(command, { abortSignal: givenUp.signal }), timeout]);
  } finally {
    clearTimeout(timer);
  }
}
