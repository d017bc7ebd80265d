import { checkShape, list, tagMap, text } from '../constraints';
import { notFound } from '../errors';
import { type World, arnOf } from '../world/world';
import type { Operation } from './operation';

const resourceArn = { constraint: text({ min: 20, max: 2048 }), required: true } as const;

/** https://docs.aws.amazon.com/drs/latest/APIReference/API_ListTagsForResource.html */
export const listTagsForResource: Operation = {
  checkShape: (input) => checkShape(input, { resourceArn }),
  run: ({ world, input }) => ({ tags: read(world, String(input.resourceArn)) }),
};

/** https://docs.aws.amazon.com/drs/latest/APIReference/API_TagResource.html */
export const tagResource: Operation = {
  checkShape: (input) =>
    checkShape(input, { resourceArn, tags: { constraint: tagMap, required: true } }),
  run: ({ world, input }) => {
    const arn = String(input.resourceArn);
    write(world, arn, { ...read(world, arn), ...(input.tags as Record<string, string>) });
  },
};

/** https://docs.aws.amazon.com/drs/latest/APIReference/API_UntagResource.html */
export const untagResource: Operation = {
  checkShape: (input) =>
    checkShape(input, {
      resourceArn,
      tagKeys: { constraint: list({ max: 50, of: text({ max: 256 }) }), required: true },
    }),
  run: ({ world, input }) => {
    const arn = String(input.resourceArn);
    const gone = new Set(input.tagKeys as string[]);
    const kept = Object.entries(read(world, arn)).filter(([key]) => !gone.has(key));
    write(world, arn, Object.fromEntries(kept));
  },
};

function read(world: World, arn: string): Record<string, string> {
  return tagged(world, arn).tags;
}

function write(world: World, arn: string, tags: Record<string, string>) {
  tagged(world, arn).tags = tags;
}

function tagged(world: World, arn: string): { tags: Record<string, string> } {
  const [type = '', id = ''] = arn.slice(arnOf(world, '').length).split('/');
  const holders: Record<string, Record<string, { tags: Record<string, string> }>> = {
    job: world.jobs,
    'recovery-instance': world.recoveryInstances,
    'source-server': world.sourceServers,
  };
  const found = arn.startsWith(arnOf(world, '')) ? holders[type]?.[id] : undefined;
  if (!found) throw notFound('The resource does not exist.', arn);
  return found;
}
