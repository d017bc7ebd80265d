import { describeRecoveryInstance } from '../describe/recovery-instance';
import { pageOf } from '../pages';
import { RecoveryInstanceID, SourceServerID, pagination } from '../shapes/model';
import { isListed } from '../world/life';
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
    const isWanted = fits(recoveryInstanceIDs);
    const isFromWanted = fits(sourceServerIDs);
    const chosen = Object.values(world.recoveryInstances).filter(
      (instance) =>
        isWanted(instance.recoveryInstanceID) &&
        isFromWanted(instance.sourceServerID) &&
        isListed(world, instance, moment),
    );
    return pageOf(chosen, { world, kind: 'recovery instances', input }, (instance) =>
      describeRecoveryInstance(world, instance, moment),
    );
  },
});
