import { json } from '@/lib/http/respond';
import { route } from '@/lib/http/route';
import { relaunchOf } from '@/lib/launch/relaunch';

export const { GET, POST, PUT, PATCH, DELETE } = route({
  GET: {
    action: 'failback-launches:read',
    handle: async ({ services, params }) => json(await relaunchOf(services, params.launchID ?? '')),
  },
});
