import type { Targets } from '@/lib/contract/target';
import { json } from '@/lib/http/respond';
import { route } from '@/lib/http/route';
import { describeTargets } from '@/lib/targets/describe';

export const { GET, POST, PUT, PATCH, DELETE } = route({
  GET: {
    action: 'targets:read',
    handle: ({ services }) => {
      const answer: Targets = { targets: describeTargets(services.targets) };
      return json(answer);
    },
  },
});
