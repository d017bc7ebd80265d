import { queryOptions } from '@tanstack/react-query';
import type { Targets } from '@/lib/contract/target';
import { fetchJSON } from './fetch-json';

/** The accounts and Regions that this console watches; they do not change while it runs. */
export const targetsQuery = () =>
  queryOptions({
    queryKey: ['targets'],
    queryFn: ({ signal }) => fetchJSON<Targets>('/api/targets', { signal }),
    staleTime: Infinity,
  });
