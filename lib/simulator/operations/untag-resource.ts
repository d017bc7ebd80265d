import { findTagged } from '../rules/find-tagged';
import { ARN, TagKeys } from '../shapes/model';
import { required } from '../shapes/shape';
import { operation } from './operation';

/** https://docs.aws.amazon.com/drs/latest/APIReference/API_UntagResource.html */
export const untagResource = operation({
  input: { type: 'structure', members: { resourceArn: required(ARN), tagKeys: required(TagKeys) } },
  worksUninitialised: true,
  run: ({ world, input, moment }) => {
    const resource = findTagged(world, input.resourceArn, moment);
    const kept = Object.entries(resource.tags).filter(([key]) => !input.tagKeys.includes(key));
    resource.tags = Object.fromEntries(kept);
  },
});
