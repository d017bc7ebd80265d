import { subscriptionsOf } from '@/lib/http/subscriptions';
import { eventStream, eventStreamHead } from '@/lib/http/event-stream';
import { route } from '@/lib/http/route';

export const { GET, POST, PUT, PATCH, DELETE } = route({
  GET: {
    action: 'events:read',
    handle: ({ request, services }) => {
      const subscriptions = subscriptionsOf(request, services);
      // Next gives HEAD to GET.
      return request.method === 'HEAD'
        ? eventStreamHead()
        : eventStream(subscriptions, request.signal);
    },
  },
});
