import { json } from '@/lib/http/respond';
import { route } from '@/lib/http/route';
import { resumeLaunch } from '@/lib/launch/decide';
import { describeLaunch } from '@/lib/launch/describe';

export const { GET, POST, PUT, PATCH, DELETE } = route({
  POST: {
    action: 'failback-launches:resume',
    handle: async ({ services, params, actor }) => {
      const launch = await resumeLaunch(services, params.launchID ?? '', actor);
      return json(await describeLaunch(services, launch, { withLogs: false }));
    },
  },
});
