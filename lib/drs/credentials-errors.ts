import type { DrsClient } from '@aws-sdk/client-drs';

/**
 * The detail of the problem. The SDK's own message may contain a command of the operator with its arguments.
 * https://docs.aws.amazon.com/sdkref/latest/guide/feature-process-credentials.html
 */
export const withoutCredentials =
  'There are no credentials for this console. The log of the server says why; see to the profile, the role or the variables it is to take them from.';

/** No credentials came within the time that the call was allowed; nothing was sent to DRS. */
export class CredentialsTimeoutError extends Error {
  override name = 'CredentialsTimeoutError';
  override message =
    'No credentials came within the time allowed, so that nothing was sent to DRS. See to the profile, the role or the command they are to come from.';
}

/** Whether an error says that the SDK's own chain gave no credentials. */
export const isOfProvider = (error: unknown) =>
  ['CredentialsProviderError', 'TokenProviderError'].includes(
    String((error as { name?: unknown } | null)?.name),
  );

/** Tells the operator of the server why there are no credentials, each reason once. */
export function tellCredentialsErrors(
  client: DrsClient,
  warn: (event: string, error: unknown) => void,
) {
  let told: string | undefined;
  client.middlewareStack.add(
    (next) => async (args) => {
      try {
        return await next(args);
      } catch (error) {
        const reason = isOfProvider(error) ? error : (error as { cause?: unknown }).cause;
        if (isOfProvider(reason) && told !== String(reason)) {
          told = String(reason);
          warn('there are no credentials', reason);
        }
        throw error;
      }
    },
    { step: 'initialize', priority: 'high', name: 'homewardCredentialsErrors' },
  );
}
