// The public pages of AWS that the rules rest on.

export const USER_GUIDE = 'https://docs.aws.amazon.com/drs/latest/userguide';
export const API_REFERENCE = 'https://docs.aws.amazon.com/drs/latest/APIReference';
export const QUOTAS = 'https://docs.aws.amazon.com/general/latest/gr/drs.html';
