import { json } from '@/lib/http/respond';
import { route } from '@/lib/http/route';

export const { GET, POST, PUT, PATCH, DELETE } = route({
  GET: { action: 'health:read', handle: () => json({ status: 'ok' }) },
});
