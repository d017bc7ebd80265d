import { failbackLaunchRequest } from '@/lib/contract/failback-launch';
import { readBody } from '@/lib/http/body';
import { idempotencyKeyOf } from '@/lib/http/idempotency-key';
import { answerLaunch } from '@/lib/http/launch-answer';
import { json } from '@/lib/http/respond';
import { route } from '@/lib/http/route';
import { describeLaunch } from '@/lib/launch/describe';
import { recordedLaunches } from '@/lib/launch/recorded';
import { startLaunch } from '@/lib/launch/start';

export const { GET, POST, PUT, PATCH, DELETE } = route({
  GET: {
    action: 'failback-launches:read',
    act: async ({ services }) => {
      const recorded = await recordedLaunches(services);
      const launches = await Promise.all(
        recorded.map((launch) => describeLaunch(services, launch, { withLogs: false })),
      );
      return json({ launches, nextCursor: null });
    },
  },
  POST: {
    action: 'failback-launches:create',
    act: async ({ request, services, actor }) => {
      const idempotencyKey = idempotencyKeyOf(request);
      const asked = await readBody(request, failbackLaunchRequest);
      const launch = await startLaunch(services, asked, { idempotencyKey, actor: actor.name });
      return answerLaunch(services, launch);
    },
  },
});
