import { AwsError } from '../errors';
import { type AssumeRoleInput, assumeRoleInput, checkPolicy } from './assume-role-input';
import { type Role, mayAssume } from './roles';
import {
  type Session,
  assumedRoleARN,
  assumedRoleID,
  roleNameOf,
  temporaryCredentials,
} from './session';
import { digest } from '../random';
import type { Sessions } from './sessions';
import type { Elements } from './xml';

/** AWS gives a session that was reached through another role an hour at most. */
const CHAINED_SECONDS = 3_600;

export interface StsCaller {
  accessKeyID: string;
  accountID: string;
  /** The role that it has assumed already. */
  session?: Session;
}

export interface StsCall {
  query: URLSearchParams;
  caller: StsCaller;
  now: number;
  /** The roles of an account, when the scenario lists them. */
  rolesOf: (accountID: string) => readonly Role[] | undefined;
  sessions: Sessions;
}

/** The operations of STS that are simulated, by their name. */
export const STS_OPERATIONS: Record<string, (call: StsCall) => Elements> = {
  AssumeRole: assumeRole,
  GetCallerIdentity: ({ caller }) => ({
    Arn: arnOf(caller),
    UserId: caller.session
      ? assumedRoleID(caller.session)
      : `AIDA${digest('user', caller.accessKeyID).slice(0, 17).toUpperCase()}`,
    Account: caller.accountID,
  }),
};

export const arnOf = ({ accessKeyID, accountID, session }: StsCaller) =>
  session ? assumedRoleARN(session) : `arn:aws:iam::${accountID}:user/${accessKeyID}`;

function assumeRole({ query, caller, now, rolesOf, sessions }: StsCall): Elements {
  const input = assumeRoleInput(query);
  checkPolicy(input.policy);
  checkChain(input, caller);
  const accountID = input.roleARN.split(':')[4] ?? '';
  if (!mayAssume(rolesOf(accountID), roleNameOf(input.roleARN), input.externalID)) {
    throw denied(caller, 'sts:AssumeRole', input.roleARN);
  }
  const { durationSeconds, ...given } = input;
  const session: Session = {
    ...given,
    ...(caller.session?.sourceIdentity ? { sourceIdentity: caller.session.sourceIdentity } : {}),
    ...temporaryCredentials(input.roleARN, input.roleSessionName, sessions.given),
    began: now,
    ends: now + durationSeconds * 1_000,
    accountID,
    assumedBy: caller.accessKeyID,
  };
  sessions.add(session);
  return {
    SourceIdentity: session.sourceIdentity,
    AssumedRoleUser: { Arn: assumedRoleARN(session), AssumedRoleId: assumedRoleID(session) },
    Credentials: {
      AccessKeyId: session.accessKeyID,
      SecretAccessKey: session.secretAccessKey,
      SessionToken: session.sessionToken,
      Expiration: new Date(session.ends).toISOString(),
    },
    PackedPolicySize:
      input.policy === undefined ? undefined : Math.ceil(input.policy.length / 20.48),
  };
}

/** Refuses what AWS refuses along a chain of roles: a long session, and another source identity. */
function checkChain(
  { durationSeconds, sourceIdentity, roleARN }: AssumeRoleInput,
  caller: StsCaller,
) {
  if (!caller.session) return;
  if (durationSeconds > CHAINED_SECONDS) {
    throw new AwsError(
      400,
      'ValidationError',
      'The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining',
    );
  }
  const inherited = caller.session.sourceIdentity;
  if (inherited !== undefined && (sourceIdentity ?? inherited) !== inherited) {
    throw denied(caller, 'sts:SetSourceIdentity', roleARN);
  }
}

const denied = (caller: StsCaller, action: string, resource: string) =>
  new AwsError(
    403,
    'AccessDenied',
    `User: ${arnOf(caller)} is not authorized to perform: ${action} on resource: ${resource}`,
  );
