import { liveAnswer } from '@/lib/http/live-answer';
import { route } from '@/lib/http/route';

export const { GET, POST, PUT, PATCH, DELETE } = route({ GET: liveAnswer('/api/jobs/:id') });
