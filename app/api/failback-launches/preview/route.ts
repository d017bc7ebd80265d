import { failbackLaunchRequest } from '@/lib/contract/failback-launch';
import { readBody } from '@/lib/http/body';
import { json } from '@/lib/http/respond';
import { route } from '@/lib/http/route';
import { previewLaunch } from '@/lib/launch/request/preview';

export const { GET, POST, PUT, PATCH, DELETE } = route({
  POST: {
    action: 'failback-launches:preview',
    handle: async ({ request, services }) =>
      json(await previewLaunch(services, await readBody(request, failbackLaunchRequest))),
  },
});
