import { describeTemplate } from '../describe/template';
import { notFound } from '../errors';
import { pageOf } from '../pages';
import { ReplicationConfigurationTemplateID, pagination } from '../shapes/model';
import { operation } from './operation';

/**
 * Enough to know whether a Region is initialised: there is one template, the default.
 * https://docs.aws.amazon.com/drs/latest/APIReference/API_DescribeReplicationConfigurationTemplates.html
 */
export const describeReplicationConfigurationTemplates = operation({
  input: {
    type: 'structure',
    members: {
      replicationConfigurationTemplateIDs: {
        type: 'list',
        length: [0, 200],
        of: ReplicationConfigurationTemplateID,
      },
      ...pagination,
    },
  },
  run: ({ world, input }) => {
    const { replicationConfigurationTemplateID: id } = world.template;
    const unknown = input.replicationConfigurationTemplateIDs?.find((wanted) => wanted !== id);
    if (unknown) {
      const type = 'replication-configuration-template';
      throw notFound(`Replication configuration template ${unknown} was not found.`, unknown, type);
    }
    return pageOf([world.template], { world, kind: 'templates', input }, () =>
      describeTemplate(world),
    );
  },
});
