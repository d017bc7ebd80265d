import { findTagged } from '../rules/find-tagged';
import { ARN, TagsMap } from '../shapes/model';
import { required } from '../shapes/shape';
import { operation } from './operation';

/** https://docs.aws.amazon.com/drs/latest/APIReference/API_TagResource.html */
export const tagResource = operation({
  input: { type: 'structure', members: { resourceArn: required(ARN), tags: required(TagsMap) } },
  worksUninitialised: true,
  run: ({ world, input, moment }) => {
    const resource = findTagged(world, input.resourceArn, moment);
    resource.tags = { ...resource.tags, ...input.tags };
  },
});
