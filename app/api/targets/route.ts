import type { Targets } from '@/lib/contract/target';
import { json } from '@/lib/http/respond';
import { route } from '@/lib/http/route';

export const { GET, POST, PUT, PATCH, DELETE } = route({
  GET: {
    action: 'targets:read',
    act: ({ services: { config } }) => {
      const { name, region, simulatorURL, serversPerJob } = config.target;
      const answer: Targets = {
        targets: [{ name, region, simulated: simulatorURL !== undefined, serversPerJob }],
      };
      return json(answer);
    },
  },
});
