import { followedBy } from '@/lib/http/followed';
import { eventStream, eventStreamHead } from '@/lib/http/event-stream';
import { route } from '@/lib/http/route';

export const { GET, POST, PUT, PATCH, DELETE } = route({
  GET: {
    action: 'events:read',
    act: ({ request, services }) => {
      const followed = followedBy(request, services);
      // Next gives HEAD to GET.
      return request.method === 'HEAD' ? eventStreamHead() : eventStream(followed, request.signal);
    },
  },
});
