import { json } from '@/lib/http/respond';
import { route } from '@/lib/http/route';
import { targetOf } from '@/lib/http/target';
import { failbackReplicationConfigurationView } from '@/lib/views/recovery-instance';

export const { GET, POST, PUT, PATCH, DELETE } = route({
  GET: {
    action: 'recovery-instances:read',
    handle: async ({ request, services, params }) =>
      json(
        await failbackReplicationConfigurationView(
          targetOf(request, services),
          params.recoveryInstanceID ?? '',
        ),
      ),
  },
});
