import {
  DescribeReplicationConfigurationTemplatesCommand,
  DescribeSourceServersCommand,
  ListTagsForResourceCommand,
  StartFailbackLaunchCommand,
  TagResourceCommand,
  UntagResourceCommand,
} from '@aws-sdk/client-drs';
import { describe, expect, it } from 'vitest';
import { aim, isSimulated } from './target';

const target = aim();

const tagsOf = async (resourceArn: string) =>
  (await target.drs.send(new ListTagsForResourceCommand({ resourceArn }))).tags;

async function arns() {
  const [id = ''] = await target.ready();
  const { job } = await target.drs.send(
    new StartFailbackLaunchCommand({ recoveryInstanceIDs: [id] }),
  );
  const { items: servers } = await target.drs.send(new DescribeSourceServersCommand({}));
  const { items: templates } = await target.drs.send(
    new DescribeReplicationConfigurationTemplatesCommand({}),
  );
  return [job?.arn, (await target.instance(id))?.arn, servers?.[0]?.arn, templates?.[0]?.arn].map(
    (arn) => arn ?? '',
  );
}

describe.skipIf(!isSimulated)('the tags of a resource', () => {
  it('are set, replaced, listed and taken away, for every kind that has an ARN', async () => {
    for (const resourceArn of await arns()) {
      const before = (await tagsOf(resourceArn)) ?? {};
      const tags = { 'a b': 'c/d', ü: '', "'(*)!'": '+&=%', keep: 'one' };
      await target.drs.send(new TagResourceCommand({ resourceArn, tags }));
      await target.drs.send(new TagResourceCommand({ resourceArn, tags: { keep: 'two' } }));
      const tagKeys = ['a b', 'ü', "'(*)!'", 'never there'];
      await target.drs.send(new UntagResourceCommand({ resourceArn, tagKeys }));
      expect(await tagsOf(resourceArn)).toEqual({ ...before, keep: 'two' });
    }
  });

  it('are those that the lists give', async () => {
    const [id = ''] = await target.ready();
    const resourceArn = (await target.instance(id))?.arn ?? '';
    await target.drs.send(new TagResourceCommand({ resourceArn, tags: { wave: '9' } }));
    expect((await target.instance(id))?.tags?.wave).toBe('9');
  });

  it('of what is not there, or not here, are not found', async () => {
    const [job = ''] = await arns();
    for (const resourceArn of [
      job.replace('job/drsjob-', 'job/drsjob-0'),
      job.replace(/:\d{12}:/, ':000000000000:'),
      job.replace('eu-west-1', 'us-east-1'),
      job.replace(':job/', ':recovery-instance/'),
      job.replace(/:job\/.*/, ':source-network/sn-00000000000000000'),
      job.replace(/:job\/.*/, ':job/constructor'),
    ]) {
      await expect(tagsOf(resourceArn)).rejects.toMatchObject({
        name: 'ResourceNotFoundException',
        resourceId: resourceArn,
        $metadata: { httpStatusCode: 404 },
      });
    }
  });
});
