import { failbackLaunchRequest, failbackLaunchesQuery } from '@/lib/contract/failback-launch';
import { readBody } from '@/lib/http/body';
import { idempotencyKeyOf } from '@/lib/http/idempotency-key';
import { answerLaunch } from '@/lib/http/launch-answer';
import { readQuery } from '@/lib/http/query';
import { json } from '@/lib/http/respond';
import { route } from '@/lib/http/route';
import { readLaunches } from '@/lib/launch/read';
import { startLaunch } from '@/lib/launch/request/start';

export const { GET, POST, PUT, PATCH, DELETE } = route({
  GET: {
    action: 'failback-launches:read',
    handle: async ({ request, services }) =>
      json(await readLaunches(services, readQuery(request, failbackLaunchesQuery))),
  },
  POST: {
    action: 'failback-launches:create',
    handle: async ({ request, services, actor }) => {
      const idempotencyKey = idempotencyKeyOf(request);
      const asked = await readBody(request, failbackLaunchRequest);
      const started = await startLaunch(services, asked, { idempotencyKey, actor: actor.name });
      return answerLaunch(services, started);
    },
  },
});
