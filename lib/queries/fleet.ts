import { queryOptions } from '@tanstack/react-query';
import type { FleetAnswer } from '@/lib/contract/fleet';
import { fetchJSON } from './fetch-json';
import { type Form, live } from './live/live-query';
import { withTarget } from './with-target';

/** The rows of every recovery instance of a target, by column. They are the same object while nothing new is said. */
export const fleetQuery = (target: string) => {
  const queryKey = ['fleet', target];
  const address = withTarget('/api/fleet', target);
  return queryOptions({
    queryKey,
    queryFn: async ({ signal, client }) => {
      const before = client.getQueryData<FleetAnswer>(queryKey);
      const known = before ? `&known=${encodeURIComponent(before.revision)}` : '';
      const answer = await fetchJSON<FleetAnswer>(address + known, { signal });
      return { ...answer, columns: answer.columns ?? before?.columns ?? null };
    },
    ...live<FleetAnswer>(address, AS_IT_IS),
  });
};

/** Rows are compared where they are decoded; to compare the columns too would take longer. */
const AS_IT_IS: Form<FleetAnswer, FleetAnswer> = {
  toData: (answer) => answer,
  toAnswer: (data) => data,
};
