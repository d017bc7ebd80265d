import { queryOptions } from '@tanstack/react-query';
import type { ReadyHealth } from '@/lib/contract/health';
import { askConsole, notAnAnswer } from './fetch-json';
import { IDLE_INTERVAL } from './intervals';

/** Whether launches can be made, and if not, what is in the way. */
export const healthQuery = () =>
  queryOptions({
    queryKey: ['health'],
    queryFn: async ({ signal }) => {
      // What is not ready answers 503, and says what it lacks all the same.
      const { response, body } = await askConsole('/api/health/ready', { signal });
      if (isHealth(body)) return body;
      throw notAnAnswer(response, body);
    },
    refetchInterval: IDLE_INTERVAL,
  });

/** A proxy may answer in its own JSON. */
const isHealth = (body: unknown): body is ReadyHealth =>
  typeof body === 'object' && body !== null && 'store' in body;
