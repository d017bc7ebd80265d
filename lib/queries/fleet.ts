import { queryOptions } from '@tanstack/react-query';
import type { FleetSnapshot, RecoveryInstanceAnswer } from '@/lib/contract/recovery-instance';
import { fetchJSON } from './fetch-json';
import { FLEET_INTERVAL } from './intervals';

/** Every recovery instance of the target, with its readiness. */
export const fleetQuery = () =>
  queryOptions({
    queryKey: ['recovery-instances'],
    queryFn: ({ signal }) => fetchJSON<FleetSnapshot>('/api/recovery-instances', { signal }),
    refetchInterval: FLEET_INTERVAL,
  });

export const recoveryInstanceQuery = (recoveryInstanceID: string) =>
  queryOptions({
    queryKey: ['recovery-instances', recoveryInstanceID],
    queryFn: ({ signal }) =>
      fetchJSON<RecoveryInstanceAnswer>(`/api/recovery-instances/${recoveryInstanceID}`, {
        signal,
      }),
    refetchInterval: FLEET_INTERVAL,
  });
