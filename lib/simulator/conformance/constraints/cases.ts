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
import {
  type Case,
  INSTANCE,
  SOURCE,
  JOB,
  TEMPLATE,
  times,
  length,
  pattern,
  needed,
  atLeast,
  JOB_ID,
  SOURCE_ID,
  ID,
  oneInstance,
  manyInstances,
  pages,
  tags,
  join,
  filters,
  date,
  resourceArn,
} from './case';

/** Every operation that takes an input, with every constraint on it. */
export const CASES: Case[] = [
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
