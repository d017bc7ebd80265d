import { json } from '@/lib/http/respond';
import { route } from '@/lib/http/route';
import { recordedHistory } from '@/lib/launch/recorded';

export const { GET, POST, PUT, PATCH, DELETE } = route({
  GET: {
    action: 'failback-launches:read',
    act: async ({ services, params }) =>
      json({ entries: await recordedHistory(services, params.launchID ?? '') }),
  },
});
