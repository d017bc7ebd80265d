import {
  DeleteJobCommand,
  DeleteRecoveryInstanceCommand,
  DescribeJobLogItemsCommand,
  DescribeJobsCommand,
  DescribeRecoveryInstancesCommand,
  DescribeReplicationConfigurationTemplatesCommand,
  DescribeSourceServersCommand,
  DisconnectRecoveryInstanceCommand,
  GetFailbackReplicationConfigurationCommand,
  ListTagsForResourceCommand,
  ReverseReplicationCommand,
  StartFailbackLaunchCommand,
  StartRecoveryCommand,
  StopFailbackCommand,
  TagResourceCommand,
  TerminateRecoveryInstancesCommand,
  UntagResourceCommand,
  UpdateFailbackReplicationConfigurationCommand,
} from '@aws-sdk/client-drs';
import { describe, expect, it } from 'vitest';
import { aim } from './target';

// Every constraint of the model, from both sides. The SDK sends what it is given; nothing exists of what is named
// here, so that the right side changes nothing either.

const target = aim({ servers: 0 });

const INSTANCE = 'i-00000000';
const SOURCE = 's-00000000000000000';
const JOB = 'drsjob-00000000000000000';
const TEMPLATE = 'rct-00000000000000000';
const DAY = '2026-11-24T04:00:00Z';
const resourceArn = 'arn:aws:drs:eu-west-1:000000000000:job/drsjob-00000000000000000';

const times = <Item>(count: number, item: Item) => Array.from({ length: count }, () => item);
const length = (given: number, path: string, bounds: string) =>
  `Value with length ${given} at '${path}' failed to satisfy constraint: Member must have length ${bounds}`;
const pattern = (path: string, source: string) =>
  `Value at '${path}' failed to satisfy constraint: Member must satisfy regular expression pattern: ${source}`;
const needed = (path: string) =>
  `Value at '${path}' failed to satisfy constraint: Member must not be null`;
const atLeast = (path: string, least: number) =>
  `Value at '${path}' failed to satisfy constraint: Member must be greater than or equal to ${least}`;

const ID = '^i-[0-9a-fA-F]{8,}$';
const SOURCE_ID = '^s-[0-9a-zA-Z]{17}$';
const JOB_ID = '^drsjob-[0-9a-zA-Z]{17}$';

type Command = Parameters<typeof target.drs.send>[0];
type Making = new (input: never) => unknown;
interface Case {
  command: Making;
  good: object[];
  bad: [input: object, message: string][];
}

/** The bounds of an id: what fits, and what does not by length or by pattern. */
const oneInstance = (command: Making): Case => ({
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

const manyInstances = (command: Making): Case => ({
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

const pages = (input: object = {}): Pick<Case, 'good' | 'bad'> => ({
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

const tags = (input: object): Pick<Case, 'good' | 'bad'> => ({
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

const join = (command: Making, ...parts: Pick<Case, 'good' | 'bad'>[]): Case => ({
  command,
  good: parts.flatMap(({ good }) => good),
  bad: parts.flatMap(({ bad }) => bad),
});

const filters = (
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

const date = (name: string): Pick<Case, 'good' | 'bad'> => ({
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

const CASES: Case[] = [
  join(
    StartFailbackLaunchCommand,
    manyInstances(StartFailbackLaunchCommand),
    tags({ recoveryInstanceIDs: [INSTANCE] }),
  ),
  manyInstances(TerminateRecoveryInstancesCommand),
  oneInstance(StopFailbackCommand),
  oneInstance(ReverseReplicationCommand),
  oneInstance(DisconnectRecoveryInstanceCommand),
  oneInstance(DeleteRecoveryInstanceCommand),
  oneInstance(GetFailbackReplicationConfigurationCommand),
  join(
    UpdateFailbackReplicationConfigurationCommand,
    oneInstance(UpdateFailbackReplicationConfigurationCommand),
    {
      good: [
        { recoveryInstanceID: INSTANCE, name: 'n'.repeat(256), bandwidthThrottling: 0 },
        { recoveryInstanceID: INSTANCE, usePrivateIP: true, bandwidthThrottling: 2 ** 40 },
      ],
      bad: [
        [
          { recoveryInstanceID: INSTANCE, name: 'n'.repeat(257) },
          length(257, '/name', 'between 0 and 256, inclusive'),
        ],
        [
          { recoveryInstanceID: INSTANCE, bandwidthThrottling: -1 },
          atLeast('/bandwidthThrottling', 0),
        ],
      ],
    },
  ),
  join(
    DescribeRecoveryInstancesCommand,
    filters('recoveryInstanceIDs', INSTANCE, 'i-0000000g', 200, ID),
    filters('sourceServerIDs', SOURCE, 's-0000000000000000_', undefined, SOURCE_ID),
    pages(),
  ),
  join(
    DescribeSourceServersCommand,
    filters('sourceServerIDs', SOURCE, 's-0000000000000000_', 200, SOURCE_ID),
    filters('stagingAccountIDs', '000000000000', 'twelveletter', 200, '^.*[0-9]{12,}.*$'),
    {
      good: [{ filters: { hardwareId: 'h'.repeat(256) } }],
      bad: [
        [
          { filters: { hardwareId: 'h'.repeat(257) } },
          length(257, '/filters/hardwareId', 'between 0 and 256, inclusive'),
        ],
      ],
    },
    pages(),
  ),
  join(
    DescribeJobsCommand,
    filters('jobIDs', JOB, 'drsjob-0000000000000000_', 1000, JOB_ID),
    date('fromDate'),
    date('toDate'),
    pages(),
  ),
  join(
    DescribeJobLogItemsCommand,
    {
      good: [{ jobID: JOB }],
      bad: [
        [{}, needed('/jobID')],
        [{ jobID: 'drsjob-0' }, length(8, '/jobID', 'between 24 and 24, inclusive')],
        [{ jobID: 'drsjob-0000000000000000_' }, pattern('/jobID', JOB_ID)],
      ],
    },
    pages({ jobID: JOB }),
  ),
  {
    command: DeleteJobCommand,
    good: [{ jobID: JOB }],
    bad: [
      [{}, needed('/jobID')],
      [{ jobID: `${JOB}0` }, length(25, '/jobID', 'between 24 and 24, inclusive')],
    ],
  },
  join(
    DescribeReplicationConfigurationTemplatesCommand,
    {
      good: [
        { replicationConfigurationTemplateIDs: [] },
        { replicationConfigurationTemplateIDs: times(200, TEMPLATE) },
      ],
      bad: [
        [
          { replicationConfigurationTemplateIDs: times(201, TEMPLATE) },
          length(201, '/replicationConfigurationTemplateIDs', 'between 0 and 200, inclusive'),
        ],
        [
          { replicationConfigurationTemplateIDs: ['rct-0000000000000000_'] },
          pattern('/replicationConfigurationTemplateIDs/0', '^rct-[0-9a-zA-Z]{17}$'),
        ],
      ],
    },
    pages(),
  ),
  join(
    StartRecoveryCommand,
    {
      good: [
        {
          sourceServers: [{ sourceServerID: SOURCE, recoverySnapshotID: 'pit-00000000000000000' }],
        },
        { sourceServers: times(200, { sourceServerID: SOURCE }), isDrill: true },
      ],
      bad: [
        [{}, needed('/sourceServers')],
        [{ sourceServers: [] }, length(0, '/sourceServers', 'between 1 and 200, inclusive')],
        [
          { sourceServers: times(201, { sourceServerID: SOURCE }) },
          length(201, '/sourceServers', 'between 1 and 200, inclusive'),
        ],
        [{ sourceServers: [{}] }, needed('/sourceServers/0/sourceServerID')],
        [
          { sourceServers: [{ sourceServerID: 's-0' }] },
          length(3, '/sourceServers/0/sourceServerID', 'between 19 and 19, inclusive'),
        ],
        [
          {
            sourceServers: [
              { sourceServerID: SOURCE, recoverySnapshotID: 'pit-0000000000000000_' },
            ],
          },
          pattern('/sourceServers/0/recoverySnapshotID', '^pit-[0-9a-zA-Z]{17}$'),
        ],
      ],
    },
    tags({ sourceServers: [{ sourceServerID: SOURCE }] }),
  ),
  {
    command: ListTagsForResourceCommand,
    good: [{ resourceArn }],
    bad: [
      [
        { resourceArn: 'arn:too:short' },
        length(13, '/resourceArn', 'between 20 and 2048, inclusive'),
      ],
      [
        { resourceArn: `arn:${'x'.repeat(2045)}` },
        length(2049, '/resourceArn', 'between 20 and 2048, inclusive'),
      ],
      [{ resourceArn: 'nothing-like-an-arn-at-all' }, pattern('/resourceArn', '^arn:.{16,2044}$')],
    ],
  },
  join(TagResourceCommand, tags({ resourceArn }), {
    good: [],
    bad: [[{ resourceArn }, needed('/tags')]],
  }),
  {
    command: UntagResourceCommand,
    good: [{ resourceArn, tagKeys: ['k'.repeat(256)] }],
    bad: [
      [
        { resourceArn, tagKeys: ['k'.repeat(257)] },
        length(257, '/tagKeys/0', 'between 0 and 256, inclusive'),
      ],
    ],
  },
];

describe.each(CASES.map((item) => ({ ...item, name: item.command.name })))(
  '$name',
  ({ command: Command, good, bad }) => {
    const send = async (input: object) =>
      target.drs.send(new Command(input as never) as Command).then(
        () => undefined,
        (error: { message: string; reason?: string; name: string }) => error,
      );

    it('lets through what is just within each constraint', async () => {
      for (const input of good) {
        const error = await send(input);
        expect([error?.reason, error?.name]).not.toContain('fieldValidationFailed');
        expect([error?.reason, error?.name]).not.toContain('SerializationException');
      }
    });

    it('refuses what is just outside, and says which member and why', async () => {
      for (const [input, message] of bad) {
        const error = await send(input);
        expect(error).toMatchObject({
          name: 'ValidationException',
          reason: 'fieldValidationFailed',
          $metadata: { httpStatusCode: 400 },
        });
        expect(error?.message).toContain(message);
      }
    });
  },
);

describe('a request with several faults', () => {
  it('is told of every one, with the list of the fields', async () => {
    const ids = ['i-0', 'x-00000000'];
    const refused = target.drs.send(new StartFailbackLaunchCommand({ recoveryInstanceIDs: ids }));
    await expect(refused).rejects.toMatchObject({
      message: expect.stringMatching(/^3 validation errors detected\. /),
      fieldList: [
        { name: '/recoveryInstanceIDs/0' },
        { name: '/recoveryInstanceIDs/0' },
        { name: '/recoveryInstanceIDs/1' },
      ],
    });
  });

  it('hears nothing of its tags, which are sensitive', async () => {
    const secret = 'hush'.repeat(65);
    const refused = target.drs
      .send(
        new StartFailbackLaunchCommand({
          recoveryInstanceIDs: [INSTANCE],
          tags: { [secret]: secret },
        }),
      )
      .catch((error: unknown) => JSON.stringify(error));
    expect(await refused).not.toContain('hush');
  });
});
