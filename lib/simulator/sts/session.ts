import { digest } from '../random';

/** A role that somebody has assumed, with the temporary credentials that were given for it; plain data. */
export interface Session {
  accessKeyID: string;
  secretAccessKey: string;
  sessionToken: string;
  /** When it was given and when it ends, in milliseconds since the epoch on the simulated clock. */
  began: number;
  ends: number;
  accountID: string;
  roleARN: string;
  roleSessionName: string;
  sourceIdentity?: string;
  externalID?: string;
  /** Recorded as it came; no policy is evaluated. */
  policy?: string;
  policyARNs: string[];
  tags: Record<string, string>;
  /** The access key that assumed it. */
  assumedBy: string;
}

export const assumedRoleARN = ({ accountID, roleARN, roleSessionName }: Session) =>
  `arn:aws:sts::${accountID}:assumed-role/${roleNameOf(roleARN)}/${roleSessionName}`;

export const assumedRoleID = ({ roleARN, roleSessionName }: Session) =>
  `AROA${digest('role', roleARN).slice(0, 17).toUpperCase()}:${roleSessionName}`;

export const roleNameOf = (roleARN: string) => roleARN.split('/').at(-1) ?? '';

/** Temporary credentials that look like the ones of AWS, the same for the same words. */
export function temporaryCredentials(...words: (string | number)[]) {
  const token = Buffer.from(digest(...words, 'token') + digest(...words, 'more'), 'hex');
  return {
    accessKeyID: `ASIA${digest(...words, 'key')
      .slice(0, 16)
      .toUpperCase()}`,
    secretAccessKey: digest(...words, 'secret').slice(0, 40),
    sessionToken: token.toString('base64'),
  };
}
