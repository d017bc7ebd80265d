// What the cases of all operations are made of. Nothing exists of what is named here.

export const INSTANCE = 'i-00000000';
export const SOURCE = 's-00000000000000000';
export const JOB = 'drsjob-00000000000000000';
export const TEMPLATE = 'rct-00000000000000000';
const DAY = '2026-11-24T04:00:00Z';
export const resourceArn = 'arn:aws:drs:eu-west-1:000000000000:job/drsjob-00000000000000000';

export const times = <Item>(count: number, item: Item) => Array.from({ length: count }, () => item);
export const length = (given: number, path: string, bounds: string) =>
  `Value with length ${given} at '${path}' failed to satisfy constraint: Member must have length ${bounds}`;
export const pattern = (path: string, source: string) =>
  `Value at '${path}' failed to satisfy constraint: Member must satisfy regular expression pattern: ${source}`;
export const needed = (path: string) =>
  `Value at '${path}' failed to satisfy constraint: Member must not be null`;
export const atLeast = (path: string, least: number) =>
  `Value at '${path}' failed to satisfy constraint: Member must be greater than or equal to ${least}`;

export const ID = '^i-[0-9a-fA-F]{8,}$';
export const SOURCE_ID = '^s-[0-9a-zA-Z]{17}$';
export const JOB_ID = '^drsjob-[0-9a-zA-Z]{17}$';

type Making = new (input: never) => unknown;
/** Inputs on both sides of the constraints of an operation. */
export interface Case {
  command: Making;
  good: object[];
  bad: [input: object, message: string][];
}

/** The bounds of an id: what fits, and what does not by length or by pattern. */
export const oneInstance = (command: Making): Case => ({
  command,
  good: [{ recoveryInstanceID: INSTANCE }, { recoveryInstanceID: `i-${'aF'.repeat(8)}0` }],
  bad: [
    [{}, needed('/recoveryInstanceID')],
    [
      { recoveryInstanceID: 'i-0000000' },
      length(9, '/recoveryInstanceID', 'between 10 and 19, inclusive'),
    ],
    [
      { recoveryInstanceID: `i-${'0'.repeat(18)}` },
      length(20, '/recoveryInstanceID', 'between 10 and 19, inclusive'),
    ],
    [{ recoveryInstanceID: 'i-0000000g' }, pattern('/recoveryInstanceID', ID)],
    [{ recoveryInstanceID: 'x-00000000' }, pattern('/recoveryInstanceID', ID)],
  ],
});

export const manyInstances = (command: Making): Case => ({
  command,
  good: [{ recoveryInstanceIDs: [INSTANCE] }, { recoveryInstanceIDs: times(200, INSTANCE) }],
  bad: [
    [{}, needed('/recoveryInstanceIDs')],
    [
      { recoveryInstanceIDs: [] },
      length(0, '/recoveryInstanceIDs', 'between 1 and 200, inclusive'),
    ],
    [
      { recoveryInstanceIDs: times(201, INSTANCE) },
      length(201, '/recoveryInstanceIDs', 'between 1 and 200, inclusive'),
    ],
    [{ recoveryInstanceIDs: [INSTANCE, 'i-0000000g'] }, pattern('/recoveryInstanceIDs/1', ID)],
  ],
});

export const pages = (input: object = {}): Pick<Case, 'good' | 'bad'> => ({
  good: [
    { ...input, maxResults: 1 },
    { ...input, maxResults: 2_147_483_647 },
    { ...input, nextToken: '' },
  ],
  bad: [
    [{ ...input, maxResults: 0 }, atLeast('/maxResults', 1)],
    [{ ...input, maxResults: -1 }, atLeast('/maxResults', 1)],
    [
      { ...input, nextToken: 'x'.repeat(2049) },
      length(2049, '/nextToken', 'between 0 and 2048, inclusive'),
    ],
  ],
});

export const tags = (input: object): Pick<Case, 'good' | 'bad'> => ({
  good: [
    { ...input, tags: {} },
    { ...input, tags: { ['k'.repeat(256)]: 'v'.repeat(256), '': '' } },
  ],
  bad: [
    [
      { ...input, tags: { ['k'.repeat(257)]: '' } },
      length(257, '/tags/*/key', 'between 0 and 256, inclusive'),
    ],
    [
      { ...input, tags: { key: 'v'.repeat(257) } },
      length(257, '/tags/*', 'between 0 and 256, inclusive'),
    ],
  ],
});

export const join = (command: Making, ...parts: Pick<Case, 'good' | 'bad'>[]): Case => ({
  command,
  good: parts.flatMap(({ good }) => good),
  bad: parts.flatMap(({ bad }) => bad),
});

export const filters = (
  name: string,
  item: string,
  wrong: string,
  most: number | undefined,
  source: string,
): Pick<Case, 'good' | 'bad'> => ({
  good: [
    { filters: {} },
    { filters: { [name]: [] } },
    { filters: { [name]: times(most ?? 500, item) } },
  ],
  bad: [
    [{ filters: { [name]: [item, wrong] } }, pattern(`/filters/${name}/1`, source)],
    ...(most === undefined
      ? []
      : [
          [
            { filters: { [name]: times(most + 1, item) } },
            length(most + 1, `/filters/${name}`, `between 0 and ${most}, inclusive`),
          ] as [object, string],
        ]),
  ],
});

export const date = (name: string): Pick<Case, 'good' | 'bad'> => ({
  good: [{ filters: { [name]: DAY } }, { filters: { [name]: '2026-11-24T04:00:00.123456Z' } }],
  bad: [
    [
      { filters: { [name]: '2026-11-24T04:00:00.1234567890123Z' } },
      length(34, `/filters/${name}`, 'between 19 and 32, inclusive'),
    ],
    [
      { filters: { [name]: '2026-11-24T04:00Z' } },
      length(17, `/filters/${name}`, 'between 19 and 32'),
    ],
    [{ filters: { [name]: '2026-13-24T04:00:00Z' } }, pattern(`/filters/${name}`, '')],
    [{ filters: { [name]: '2026-11-24T04:00:00+00:00' } }, pattern(`/filters/${name}`, '')],
  ],
});
