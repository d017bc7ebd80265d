import { queryOptions } from '@tanstack/react-query';
import type { ReadyHealth } from '@/lib/contract/health';
import { IDLE_INTERVAL } from './intervals';

/** Whether launches can be made, and if not, what is in the way. */
export const healthQuery = () =>
  queryOptions({
    queryKey: ['health'],
    queryFn: async ({ signal }) => {
      // What is not ready answers 503, and says what it lacks all the same.
      const response = await fetch('/api/health/ready', { cache: 'no-store', signal });
      return (await response.json()) as ReadyHealth;
    },
    refetchInterval: IDLE_INTERVAL,
  });
