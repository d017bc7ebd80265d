import type { Bounds, StringShape } from './shape';

// The shapes of the DRS model that several operations share, under the names the model gives them.
// https://docs.aws.amazon.com/drs/latest/APIReference/API_Types.html

const text = <const Length extends Bounds>(length: Length, pattern?: RegExp) =>
  ({ type: 'string', length, ...(pattern ? { pattern } : {}) }) as const satisfies StringShape;

export const TrueOrFalse = { type: 'boolean' } as const;
export const BoundedString = text([0, 256]);
export const PositiveInteger = { type: 'long', range: [0, null] } as const;
export const StrictlyPositiveInteger = { type: 'integer', range: [1, null] } as const;
export const PaginationToken = text([0, 2048]);
export const InternetProtocol = { type: 'string', values: ['IPV4', 'IPV6'] } as const;

export const ARN = text([20, 2048], /^arn:.{16,2044}$/);
export const AccountID = text([12, 12], /^.*[0-9]{12,}.*$/);
export const JobID = text([24, 24], /^drsjob-[0-9a-zA-Z]{17}$/);
export const RecoveryInstanceID = text([10, 19], /^i-[0-9a-fA-F]{8,}$/);
export const RecoverySnapshotID = text([21, 21], /^pit-[0-9a-zA-Z]{17}$/);
export const ReplicationConfigurationTemplateID = text([21, 21], /^rct-[0-9a-zA-Z]{17}$/);
export const SourceServerID = text([19, 19], /^s-[0-9a-zA-Z]{17}$/);
export const ISO8601DatetimeString = text(
  [19, 32],
  /^[1-9][0-9]*-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([0-1][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]+)?Z$/,
);

const Tag = text([0, 256]);
export const TagKeys = { type: 'list', of: Tag } as const;
/** Sensitive: no message names its keys or values. */
export const TagsMap = { type: 'map', sensitive: true, key: Tag, value: Tag } as const;

/** The members that every list of the API takes. */
export const pagination = {
  maxResults: StrictlyPositiveInteger,
  nextToken: PaginationToken,
} as const;
