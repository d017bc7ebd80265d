import { checkShape, list, object, text, wholeNumber } from '../constraints';
import { describeRecoveryInstance } from '../describe/recovery-instance';
import { pageOf } from '../pages';
import { isListed } from '../world/life';
import type { Operation } from './operation';

const instanceIDs = list({
  max: 200,
  of: text({ min: 10, max: 19, pattern: /^i-[0-9a-fA-F]{8,}$/ }),
});
const serverIDs = list({
  max: 200,
  of: text({ min: 19, max: 19, pattern: /^s-[0-9a-zA-Z]{17}$/ }),
});

/** https://docs.aws.amazon.com/drs/latest/APIReference/API_DescribeRecoveryInstances.html */
export const describeRecoveryInstances: Operation = {
  checkShape: (input) => {
    checkShape(input, {
      filters: { constraint: object },
      maxResults: { constraint: wholeNumber({ min: 1 }) },
      nextToken: { constraint: text({ max: 2048 }) },
    });
    checkShape((input.filters ?? {}) as Record<string, unknown>, {
      recoveryInstanceIDs: { constraint: instanceIDs },
      sourceServerIDs: { constraint: serverIDs },
    });
  },
  run: ({ world, input, moment }) => {
    const filters = (input.filters ?? {}) as Record<string, string[] | undefined>;
    const instances = new Set(filters.recoveryInstanceIDs);
    const sources = new Set(filters.sourceServerIDs);
    const chosen = Object.values(world.recoveryInstances).filter(
      (server) =>
        isListed(world, server, moment) &&
        (instances.size === 0 || instances.has(server.recoveryInstanceID)) &&
        (sources.size === 0 || sources.has(server.sourceServerID)),
    );
    const page = pageOf(chosen, `instances ${world.accountID}`, input);
    return {
      ...page,
      items: page.items.map((server) => describeRecoveryInstance(world, server, moment)),
    };
  },
};
