import { queryOptions } from '@tanstack/react-query';
import type { FleetSnapshot } from '@/lib/contract/recovery-instance';
import { fetchJSON } from './fetch-json';
import { FLEET_INTERVAL } from './intervals';
import { withTarget } from './with-target';

/** Every recovery instance of a target, with its readiness. */
export const fleetQuery = (target: string) =>
  queryOptions({
    queryKey: ['recovery-instances', target],
    queryFn: ({ signal }) =>
      fetchJSON<FleetSnapshot>(withTarget('/api/recovery-instances', target), { signal }),
    refetchInterval: FLEET_INTERVAL,
  });
