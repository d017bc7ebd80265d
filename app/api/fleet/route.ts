import type { FleetAnswer } from '@/lib/contract/fleet';
import { json } from '@/lib/http/respond';
import { route } from '@/lib/http/route';
import { actionOf, feedOf } from '@/lib/http/topics';

export const { GET, POST, PUT, PATCH, DELETE } = route({
  GET: {
    action: actionOf('/api/fleet'),
    act: async ({ request, services }) => {
      const { pathname, search, searchParams } = new URL(request.url);
      const fleet = (await feedOf(pathname + search, services).answer()) as FleetAnswer;
      const isKnown = fleet.revision === searchParams.get('known');
      return json(isKnown ? { ...fleet, columns: null } : fleet);
    },
  },
});
