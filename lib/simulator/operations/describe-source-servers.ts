import { describeSourceServer } from '../describe/source-server';
import { pageOf } from '../pages';
import { AccountID, BoundedString, SourceServerID, pagination } from '../shapes/model';
import { fits } from './filter';
import { operation } from './operation';

/** https://docs.aws.amazon.com/drs/latest/APIReference/API_DescribeSourceServers.html */
export const describeSourceServers = operation({
  input: {
    type: 'structure',
    members: {
      filters: {
        type: 'structure',
        members: {
          sourceServerIDs: { type: 'list', length: [0, 200], of: SourceServerID },
          hardwareId: BoundedString,
          stagingAccountIDs: { type: 'list', length: [0, 200], of: AccountID },
        },
      },
      ...pagination,
    },
  },
  run: ({ world, worlds, input, moment }) => {
    const { sourceServerIDs, hardwareId, stagingAccountIDs } = input.filters ?? {};
    const isWanted = fits(sourceServerIDs);
    const isMachine = fits(hardwareId ? [hardwareId] : undefined);
    const isStagedHere = fits(stagingAccountIDs)(world.accountID);
    const chosen = Object.values(world.sourceServers).filter(
      ({ sourceServerID, machine }) =>
        isStagedHere && isWanted(sourceServerID) && isMachine(machine.vmWareUuid),
    );
    return pageOf(chosen, { world, kind: 'source servers', input }, (server) =>
      describeSourceServer(worlds, world, server, moment),
    );
  },
});
