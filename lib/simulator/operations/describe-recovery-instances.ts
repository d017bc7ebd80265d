import { writeRecoveryInstance } from '../describe/recovery-instance';
import { pageOf, writtenPage } from '../pages';
import { RecoveryInstanceID, SourceServerID, pagination } from '../shapes/model';
import { isListed } from '../world/presence';
import type { RecoveryInstance } from '../world/recovery-instance';
import { instancesOf } from '../world/world';
import { fits } from './filter';
import { operation } from './operation';

/** https://docs.aws.amazon.com/drs/latest/APIReference/API_DescribeRecoveryInstances.html */
export const describeRecoveryInstances = operation({
  input: {
    type: 'structure',
    members: {
      filters: {
        type: 'structure',
        members: {
          recoveryInstanceIDs: { type: 'list', length: [0, 200], of: RecoveryInstanceID },
          sourceServerIDs: { type: 'list', of: SourceServerID },
        },
      },
      ...pagination,
    },
  },
  run: ({ world, input, moment }) => {
    const { recoveryInstanceIDs, sourceServerIDs } = input.filters ?? {};
    const isNamed = fits(recoveryInstanceIDs);
    const isFromNamed = fits(sourceServerIDs);
    const isWanted = (instance: RecoveryInstance) =>
      isNamed(instance.recoveryInstanceID) &&
      isFromNamed(instance.sourceServerID) &&
      isListed(world, instance, moment);
    const asked = { world, kind: 'recovery instances', input, isWanted };
    return writtenPage(
      pageOf(instancesOf(world), asked, (instance) =>
        writeRecoveryInstance(world, instance, moment),
      ),
    );
  },
});
