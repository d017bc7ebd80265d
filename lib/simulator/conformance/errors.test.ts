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
  InitializeServiceCommand,
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
import { aim, isSimulated } from './target';

// Every error that the model declares for an operation, as the class that the SDK makes of it. Those that a request
// can bring about stand with the operation; the others are brought about by faults.

const target = aim({ servers: 3 });

const INSTANCE = 'i-00000000';
const SOURCE = 's-00000000000000000';
const JOB = 'drsjob-00000000000000000';
const resourceArn = 'arn:aws:drs:eu-west-1:000000000000:job/drsjob-00000000000000000';

interface Declared {
  name: string;
  status: number;
  members?: Record<string, string>;
}
const INTERNAL: Declared = { name: 'InternalServerException', status: 500 };
const THROTTLING: Declared = { name: 'ThrottlingException', status: 429 };
const DENIED: Declared = { name: 'AccessDeniedException', status: 403 };
const CONFLICT: Declared = { name: 'ConflictException', status: 409 };
const QUOTA: Declared = {
  name: 'ServiceQuotaExceededException',
  status: 402,
  members: { serviceCode: 'drs', quotaCode: 'L-D88FAC3A' },
};
const FAULTS = new Map([
  [INTERNAL, 'internal-error'],
  [THROTTLING, 'throttle'],
  [DENIED, 'access-denied'],
  [CONFLICT, 'conflict'],
  [QUOTA, 'quota'],
]);

type Command = Parameters<typeof target.drs.send>[0];
interface Case {
  command: new (input: never) => unknown;
  input: object;
  faults: Declared[];
  /** What it answers to this input when nothing is wrong; undefined: it succeeds. */
  otherwise?: string;
  isForAnyRegion?: true;
}

const one = { recoveryInstanceID: INSTANCE };
const many = { recoveryInstanceIDs: [INSTANCE] };
const NOT_FOUND = 'ResourceNotFoundException';
const INVALID = 'ValidationException';

const CASES: Case[] = [
  {
    command: StartFailbackLaunchCommand,
    input: many,
    faults: [INTERNAL, CONFLICT, QUOTA, THROTTLING],
    otherwise: INVALID,
  },
  {
    command: TerminateRecoveryInstancesCommand,
    input: many,
    faults: [INTERNAL, CONFLICT, QUOTA, THROTTLING],
    otherwise: INVALID,
  },
  {
    command: StartRecoveryCommand,
    input: { sourceServers: [{ sourceServerID: SOURCE }] },
    faults: [INTERNAL, CONFLICT, QUOTA, THROTTLING],
    otherwise: INVALID,
  },
  {
    command: DescribeRecoveryInstancesCommand,
    input: {},
    faults: [INTERNAL, THROTTLING, DENIED],
  },
  { command: DescribeJobsCommand, input: {}, faults: [INTERNAL, THROTTLING] },
  { command: DescribeJobLogItemsCommand, input: { jobID: JOB }, faults: [INTERNAL, THROTTLING] },
  { command: DescribeSourceServersCommand, input: {}, faults: [INTERNAL, THROTTLING] },
  {
    command: DescribeReplicationConfigurationTemplatesCommand,
    input: {},
    faults: [INTERNAL, THROTTLING],
  },
  {
    command: StopFailbackCommand,
    input: one,
    faults: [INTERNAL, THROTTLING],
    otherwise: NOT_FOUND,
  },
  {
    command: ReverseReplicationCommand,
    input: one,
    faults: [INTERNAL, CONFLICT, THROTTLING, DENIED],
    otherwise: NOT_FOUND,
  },
  {
    command: DisconnectRecoveryInstanceCommand,
    input: one,
    faults: [INTERNAL, CONFLICT, THROTTLING, DENIED],
    otherwise: NOT_FOUND,
  },
  {
    command: DeleteRecoveryInstanceCommand,
    input: one,
    faults: [INTERNAL, CONFLICT, THROTTLING, DENIED],
    otherwise: INVALID,
  },
  {
    command: GetFailbackReplicationConfigurationCommand,
    input: one,
    faults: [INTERNAL, THROTTLING],
    otherwise: NOT_FOUND,
  },
  {
    command: UpdateFailbackReplicationConfigurationCommand,
    input: one,
    faults: [INTERNAL, THROTTLING, DENIED],
    otherwise: NOT_FOUND,
  },
  {
    command: DeleteJobCommand,
    input: { jobID: JOB },
    faults: [INTERNAL, CONFLICT, THROTTLING],
    otherwise: NOT_FOUND,
  },
  {
    command: ListTagsForResourceCommand,
    input: { resourceArn },
    faults: [INTERNAL, THROTTLING, DENIED],
    otherwise: NOT_FOUND,
    isForAnyRegion: true,
  },
  {
    command: TagResourceCommand,
    input: { resourceArn, tags: {} },
    faults: [INTERNAL, THROTTLING, DENIED],
    otherwise: NOT_FOUND,
    isForAnyRegion: true,
  },
  {
    command: UntagResourceCommand,
    input: { resourceArn, tagKeys: ['a'] },
    faults: [INTERNAL, THROTTLING, DENIED],
    otherwise: NOT_FOUND,
    isForAnyRegion: true,
  },
  {
    command: InitializeServiceCommand,
    input: {},
    faults: [INTERNAL, THROTTLING, DENIED],
    isForAnyRegion: true,
  },
];

describe.each(CASES.map((item) => ({ ...item, name: item.command.name })))(
  '$name',
  ({ command: Command, input, faults, otherwise, isForAnyRegion, name }) => {
    const send = async (client = target.drs): Promise<{ name: string } | undefined> =>
      client.send(new Command(input as never) as Command).then(
        () => undefined,
        (error: Error) => error,
      );

    // Initialising a Region is the one of these that would change something.
    const changes = name === 'InitializeServiceCommand';
    const outcome = otherwise ?? 'with success';
    it.skipIf(!isSimulated && changes)(
      `answers ${outcome} when nothing else is wrong`,
      async () => {
        expect((await send())?.name).toBe(otherwise);
      },
    );

    it.skipIf(!isSimulated).each(faults)('may answer $name with $status', async (declared) => {
      const operation = name.replace(/Command$/, '');
      await target.tell('faults', { operation, kind: FAULTS.get(declared), count: 1 });
      expect(await send()).toMatchObject({
        name: declared.name,
        message: expect.stringMatching(/\w/),
        $fault: declared.status === 500 ? 'server' : 'client',
        $metadata: { httpStatusCode: declared.status },
        ...declared.members,
      });
    });

    it.skipIf(!isSimulated)('says where DRS was never initialised, if it needs that', async () => {
      const error = await send(target.connect({ accessKeyId: 'UNINITIALIZED1' }));
      expect(error?.name).toBe(isForAnyRegion ? otherwise : 'UninitializedAccountException');
    });
  },
);

describe.skipIf(!isSimulated)('a Region that was never initialised', () => {
  it('works once it has been', async () => {
    const client = target.connect({ accessKeyId: 'UNINITIALIZED2' });
    const look = () => client.send(new DescribeReplicationConfigurationTemplatesCommand({}));
    await expect(look()).rejects.toMatchObject({
      name: 'UninitializedAccountException',
      message: 'Account not initialized',
      $metadata: { httpStatusCode: 400 },
    });
    await client.send(new InitializeServiceCommand({}));
    const { items } = await look();
    expect(items).toMatchObject([
      {
        replicationConfigurationTemplateID: expect.stringMatching(/^rct-[0-9a-z]{17}$/),
        arn: expect.stringContaining(':replication-configuration-template/rct-'),
        pitPolicy: expect.any(Array),
      },
    ]);
  });

  it('is told before what is wrong with the state, and after what is wrong with the shape', async () => {
    const client = target.connect({ accessKeyId: 'UNINITIALIZED3' });
    const bad = client.send(new DescribeJobsCommand({ maxResults: 0 }));
    await expect(bad).rejects.toMatchObject({ name: 'ValidationException' });
    const unknown = client.send(
      new StartFailbackLaunchCommand({ recoveryInstanceIDs: [INSTANCE] }),
    );
    await expect(unknown).rejects.toMatchObject({ name: 'UninitializedAccountException' });
  });
});

describe.skipIf(!isSimulated)('Retry-After', () => {
  it.each([
    ['throttle', '7'],
    ['internal-error', 7],
  ])('of %s reaches the caller in the type of the model', async (kind, retryAfterSeconds) => {
    const fault = { operation: 'DescribeJobs', kind, count: 1, retryAfterSeconds: 7 };
    await target.tell('faults', fault);
    const refused = target.drs.send(new DescribeJobsCommand({}));
    await expect(refused).rejects.toMatchObject({ retryAfterSeconds });
  });
});
