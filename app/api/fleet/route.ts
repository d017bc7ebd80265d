import { json } from '@/lib/http/respond';
import { route } from '@/lib/http/route';
import { targetOf } from '@/lib/http/target';
import { fleetRowsView } from '@/lib/watch/fleet-rows';

export const { GET, POST, PUT, PATCH, DELETE } = route({
  GET: {
    action: 'recovery-instances:read',
    act: async ({ request, services }) => {
      const known = new URL(request.url).searchParams.get('known');
      return json(await fleetRowsView(targetOf(request, services), services.clock, known));
    },
  },
});
