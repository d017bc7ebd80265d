import { followedBy } from '@/lib/http/followed';
import { eventStream } from '@/lib/http/event-stream';
import { route } from '@/lib/http/route';

export const { GET, POST, PUT, PATCH, DELETE } = route({
  GET: {
    action: 'events:read',
    act: ({ request, services }) => eventStream(followedBy(request, services), request.signal),
  },
});
