import { queryOptions } from '@tanstack/react-query';
import type { FleetSnapshot } from '@/lib/contract/recovery-instance';
import { fetchJSON } from './fetch-json';
import { live } from './live/live-query';
import { withTarget } from './with-target';

/** Every recovery instance of a target, with its readiness. */
export const fleetQuery = (target: string) => {
  const address = withTarget('/api/recovery-instances', target);
  return queryOptions({
    queryKey: ['recovery-instances', target],
    queryFn: ({ signal }) => fetchJSON<FleetSnapshot>(address, { signal }),
    ...live(address),
  });
};
