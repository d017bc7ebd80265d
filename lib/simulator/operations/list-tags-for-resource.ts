import { findTagged } from '../rules/find-tagged';
import { ARN } from '../shapes/model';
import { required } from '../shapes/shape';
import { operation } from './operation';

/** https://docs.aws.amazon.com/drs/latest/APIReference/API_ListTagsForResource.html */
export const listTagsForResource = operation({
  input: { type: 'structure', members: { resourceArn: required(ARN) } },
  worksUninitialised: true,
  run: ({ world, input, moment }) => ({ tags: findTagged(world, input.resourceArn, moment).tags }),
});
