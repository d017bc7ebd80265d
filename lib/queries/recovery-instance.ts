import { queryOptions } from '@tanstack/react-query';
import type { FailbackReplicationConfigurationAnswer } from '@/lib/contract/failback-replication-configuration';
import type { RecoveryInstanceAnswer } from '@/lib/contract/recovery-instance';
import type { RecoveryInstanceHistory } from '@/lib/contract/recovery-instance-history';
import { fetchJSON } from './fetch-json';
import { IDLE_INTERVAL } from './intervals';
import { live } from './live/live-query';
import { withTarget } from './with-target';

/** How often settings and history are asked for, in milliseconds. */
const CONFIGURATION_INTERVAL = 60_000;
const HISTORY_INTERVAL = IDLE_INTERVAL;

export const recoveryInstanceQuery = (target: string, recoveryInstanceID: string) => ({
  ...aboutInstance<RecoveryInstanceAnswer>(target, recoveryInstanceID, '', false),
  ...live(addressOf(target, recoveryInstanceID, '')),
});

/** How the data of an instance travels home; DRS is asked only while somebody looks. */
export const failbackReplicationConfigurationQuery = (target: string, recoveryInstanceID: string) =>
  aboutInstance<FailbackReplicationConfigurationAnswer>(
    target,
    recoveryInstanceID,
    '/failback-replication-configuration',
    CONFIGURATION_INTERVAL,
  );

/** The launches that asked for an instance and the jobs it took part in. */
export const recoveryInstanceHistoryQuery = (target: string, recoveryInstanceID: string) =>
  aboutInstance<RecoveryInstanceHistory>(target, recoveryInstanceID, '/history', HISTORY_INTERVAL);

function aboutInstance<Answer>(
  target: string,
  recoveryInstanceID: string,
  part: string,
  interval: number | false,
) {
  return queryOptions({
    queryKey: ['recovery-instances', target, recoveryInstanceID, part],
    queryFn: ({ signal }) =>
      fetchJSON<Answer>(addressOf(target, recoveryInstanceID, part), { signal }),
    refetchInterval: interval,
    // What is known of another server must never stand in for this one.
    placeholderData: () => undefined,
  });
}

const addressOf = (target: string, recoveryInstanceID: string, part: string) =>
  withTarget(`/api/recovery-instances/${encodeURIComponent(recoveryInstanceID)}${part}`, target);
