import { AwsError } from '../errors';
import { membersOf } from './query';

/** https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html */
export interface AssumeRoleInput {
  roleARN: string;
  roleSessionName: string;
  durationSeconds: number;
  externalID?: string;
  sourceIdentity?: string;
  policy?: string;
  policyARNs: string[];
  tags: Record<string, string>;
}

const WORD = /^[\w+=,.@-]*$/;

const LIMITS: Record<string, { min: number; max: number; pattern?: RegExp; required?: true }> = {
  RoleArn: { min: 20, max: 2048, required: true },
  RoleSessionName: { min: 2, max: 64, pattern: WORD, required: true },
  ExternalId: { min: 2, max: 1224, pattern: /^[\w+=,.@:/-]*$/ },
  SourceIdentity: { min: 2, max: 64, pattern: WORD },
  Policy: { min: 1, max: 2048 },
};

/** Reads and checks the parameters of AssumeRole. Throws ValidationError or MalformedPolicyDocument. */
export function assumeRoleInput(query: URLSearchParams): AssumeRoleInput {
  const complaints = Object.keys(LIMITS).flatMap((name) => complaintsAbout(name, query.get(name)));
  const duration = Number(query.get('DurationSeconds') ?? 3_600);
  if (!Number.isInteger(duration) || duration < 900 || duration > 43_200) {
    complaints.push(
      "Value at 'durationSeconds' failed to satisfy constraint: Member must have value between 900 and 43200",
    );
  }
  if (complaints.length > 0) {
    const plural = complaints.length === 1 ? '' : 's';
    throw invalid(
      `${complaints.length} validation error${plural} detected: ${complaints.join('; ')}`,
    );
  }
  const roleARN = query.get('RoleArn') ?? '';
  if (!/^arn:aws[\w-]*:iam::\d{12}:role\/[\w+=,.@/-]+$/.test(roleARN)) {
    throw invalid(`${roleARN} is invalid`);
  }
  const optional = (name: string, member: string) => {
    const value = query.get(name);
    return value === null ? {} : { [member]: value };
  };
  return {
    roleARN,
    roleSessionName: query.get('RoleSessionName') ?? '',
    durationSeconds: duration,
    ...optional('ExternalId', 'externalID'),
    ...optional('SourceIdentity', 'sourceIdentity'),
    ...optional('Policy', 'policy'),
    policyARNs: membersOf(query, 'PolicyArns').map(({ arn = '' }) => arn),
    tags: Object.fromEntries(
      membersOf(query, 'Tags').map(({ Key = '', Value = '' }) => [Key, Value]),
    ),
  };
}

/** A session policy must be a JSON object; it is not evaluated. */
export function checkPolicy(policy: string | undefined) {
  if (policy === undefined) return;
  try {
    const parsed: unknown = JSON.parse(policy);
    if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) return;
  } catch {
    // The error is thrown below.
  }
  throw new AwsError(400, 'MalformedPolicyDocument', 'This policy contains invalid Json');
}

function complaintsAbout(name: string, value: string | null): string[] {
  const { min, max, pattern, required } = LIMITS[name] ?? { min: 0, max: Infinity };
  const at = `at '${name.charAt(0).toLowerCase()}${name.slice(1)}' failed to satisfy constraint`;
  if (value === null) return required ? [`Value null ${at}: Member must not be null`] : [];
  return [
    ...(value.length < min
      ? [`Value ${at}: Member must have length greater than or equal to ${min}`]
      : []),
    ...(value.length > max
      ? [`Value ${at}: Member must have length less than or equal to ${max}`]
      : []),
    ...(pattern && !pattern.test(value)
      ? [`Value ${at}: Member must satisfy regular expression pattern: ${pattern.source}`]
      : []),
  ];
}

const invalid = (message: string) => new AwsError(400, 'ValidationError', message);
