import { fromTemporaryCredentials } from '@aws-sdk/credential-providers';
import type { TargetConfig } from '@/lib/config';
import { isOfProvider, withoutCredentials } from './credentials-errors';

/** What the AWS SDK calls a source of credentials. */
type Provider = ReturnType<typeof fromTemporaryCredentials>;

interface Calls {
  /** Who acts, so that CloudTrail tells it: it becomes the name of the role's session. */
  operator: string;
  requestHandler: { connectionTimeout: number; requestTimeout: number };
}

/** The credentials of a target could not be had, for the reason in `cause`; nothing was sent to DRS. */
export class RoleError extends Error {
  constructor(roleArn: string, cause: unknown) {
    const { message } = cause as { message?: string };
    const reason = isOfProvider(cause) ? withoutCredentials : (message ?? 'no reason was given');
    super(`The role ${roleArn} could not be assumed: ${reason}`, { cause });
    this.name = 'RoleError';
  }
}

/**
 * The credentials for one target: those of its role, else undefined for the SDK's standard chain. They are
 * renewed by the SDK before they end, and stay in this process.
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
 */
export function credentialsOf(
  { region, role, simulatorURL }: Pick<TargetConfig, 'region' | 'role' | 'simulatorURL'>,
  { operator, requestHandler }: Calls,
): Provider | undefined {
  if (!role) return undefined;
  const assume = fromTemporaryCredentials({
    params: {
      RoleArn: role.arn,
      RoleSessionName: sessionName(operator),
      ...(role.externalID === undefined ? {} : { ExternalId: role.externalID }),
    },
    clientConfig: {
      region,
      requestHandler,
      ...(simulatorURL ? { endpoint: simulatorURL } : {}),
    },
  });
  return async () => {
    try {
      return await assume();
    } catch (error) {
      throw new RoleError(role.arn, error);
    }
  };
}

/** A session name has 2 to 64 characters of a small alphabet. */
export function sessionName(operator: string): string {
  const name = operator.replaceAll(/[^\w+=,.@-]+/g, '-').replaceAll(/^-+|-+$/g, '');
  return `homeward-${name}`.slice(0, 64).replace(/-$/, '');
}
