import type { FleetAnswer } from '@/lib/contract/fleet';
import { json, jsonText } from '@/lib/http/respond';
import { route } from '@/lib/http/route';
import { actionOf, feedOf } from '@/lib/http/topics';

export const { GET, POST, PUT, PATCH, DELETE } = route({
  GET: {
    action: actionOf('/api/fleet'),
    handle: async ({ request, services }) => {
      const { pathname, search, searchParams } = new URL(request.url);
      const { answer, text } = await feedOf(pathname + search, services).newest();
      const fleet = answer as FleetAnswer;
      const isKnown = fleet.revision === searchParams.get('known');
      return isKnown ? json({ ...fleet, columns: null }) : jsonText(text);
    },
  },
});
