import { json } from '@/lib/http/respond';
import { route } from '@/lib/http/route';
import { describeLaunch } from '@/lib/launch/describe';
import { readLaunch } from '@/lib/launch/read';

export const { GET, POST, PUT, PATCH, DELETE } = route({
  GET: {
    action: 'failback-launches:read',
    handle: async ({ services, params }) => {
      const launch = await readLaunch(services, params.launchID ?? '');
      return json(await describeLaunch(services, launch, { withLogs: true }));
    },
  },
});
