import { json } from '@/lib/http/respond';
import { route } from '@/lib/http/route';
import { targetOf } from '@/lib/http/target';
import { fleetView } from '@/lib/watch/views';

export const { GET, POST, PUT, PATCH, DELETE } = route({
  GET: {
    action: 'recovery-instances:read',
    act: async ({ request, services }) =>
      json(await fleetView(targetOf(request, services), services.clock)),
  },
});
