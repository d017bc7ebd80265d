import { resendRequest } from '@/lib/contract/failback-launch-actions';
import { batchNumberOf } from '@/lib/http/batch-number';
import { readBody } from '@/lib/http/body';
import { json } from '@/lib/http/respond';
import { route } from '@/lib/http/route';
import { resendBatch } from '@/lib/launch/decide';
import { describeLaunch } from '@/lib/launch/describe';

export const { GET, POST, PUT, PATCH, DELETE } = route({
  POST: {
    action: 'failback-launches:resend',
    handle: async ({ request, services, params, actor }) => {
      const number = batchNumberOf(params);
      const decision = { ...(await readBody(request, resendRequest)), actor: actor.name };
      const launch = await resendBatch(services, params.launchID ?? '', number, decision);
      return json(await describeLaunch(services, launch, { withLogs: false }));
    },
  },
});
