import { notFound } from '../errors';
import { isListed } from '../world/presence';
import type { Moment } from '../world/moment';
import { type World, arnOf } from '../world/world';

interface Tagged {
  tags: Record<string, string>;
}

/** What an ARN names, for its tags. Throws a ResourceNotFoundException. */
export function findTagged(world: World, arn: string, moment: Moment): Tagged {
  const prefix = arnOf(world, '');
  const [type = '', id = ''] = arn.slice(prefix.length).split('/');
  const found = arn.startsWith(prefix) ? resource(world, type, id, moment) : undefined;
  if (found) return found;
  throw notFound('The resource does not exist.', arn, type || 'resource');
}

function resource(world: World, type: string, id: string, moment: Moment): Tagged | undefined {
  switch (type) {
    case 'job': {
      const job = own(world.jobs, id);
      return job?.isDeleted ? undefined : job;
    }
    case 'recovery-instance': {
      const instance = own(world.recoveryInstances, id);
      return instance && isListed(world, instance, moment) ? instance : undefined;
    }
    case 'source-server':
      return own(world.sourceServers, id);
    case 'replication-configuration-template':
      return id === world.template.replicationConfigurationTemplateID ? world.template : undefined;
    default:
      return undefined;
  }
}

const own = <Item>(items: Record<string, Item>, id: string) =>
  Object.hasOwn(items, id) ? items[id] : undefined;
