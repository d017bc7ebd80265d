import { json } from '@/lib/http/respond';
import { route } from '@/lib/http/route';
import { targetOf } from '@/lib/http/target';
import { recoveryInstanceHistoryView } from '@/lib/views/recovery-instance-history';

export const { GET, POST, PUT, PATCH, DELETE } = route({
  GET: {
    action: 'recovery-instances:read',
    handle: async ({ request, services, params }) =>
      json(
        await recoveryInstanceHistoryView(
          targetOf(request, services),
          services.store,
          params.recoveryInstanceID ?? '',
        ),
      ),
  },
});
