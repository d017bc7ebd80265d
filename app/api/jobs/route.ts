import { json } from '@/lib/http/respond';
import { route } from '@/lib/http/route';
import { targetOf } from '@/lib/http/target';
import { jobsView } from '@/lib/watch/views';

export const { GET, POST, PUT, PATCH, DELETE } = route({
  GET: {
    action: 'jobs:read',
    act: async ({ request, services }) => json(await jobsView(targetOf(request, services))),
  },
});
