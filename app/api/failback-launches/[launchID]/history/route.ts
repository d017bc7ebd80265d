import { json } from '@/lib/http/respond';
import { route } from '@/lib/http/route';
import { readHistory } from '@/lib/launch/read';

export const { GET, POST, PUT, PATCH, DELETE } = route({
  GET: {
    action: 'failback-launches:read',
    handle: async ({ services, params }) =>
      json({ entries: await readHistory(services, params.launchID ?? '') }),
  },
});
