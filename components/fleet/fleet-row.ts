import type { Verdict } from '@/lib/contract/readiness';
import type { JudgedRecoveryInstance } from '@/lib/contract/recovery-instance';
import { parseDuration, parseInstant } from '@/lib/format';

/** A server as the table shows, sorts and searches it. */
export interface FleetRow {
  id: string;
  target: string;
  name: string;
  verdict: Verdict;
  rule: string;
  sentence: string;
  launchState: string;
  replication: string;
  origin: string;
  /** Seconds; undefined when DRS gives none. */
  lag: number | undefined;
  /** Bytes. */
  backlog: number;
  /** When its failback client was last seen, else its agent; milliseconds since the epoch. */
  seen: number | undefined;
  isDrill: boolean;
  /** Everything a search looks at, in lower case. */
  words: string;
}

export function toFleetRow(target: string, instance: JudgedRecoveryInstance): FleetRow {
  const { recoveryInstanceID, failback, dataReplicationInfo, readiness } = instance;
  const properties = instance.recoveryInstanceProperties;
  const hints = properties?.identificationHints;
  const [reason] = readiness.reasons;
  const name = hints?.hostname ?? recoveryInstanceID;
  const words = [
    name,
    hints?.fqdn,
    recoveryInstanceID,
    instance.sourceServerID,
    properties?.os?.fullString,
    ...(properties?.networkInterfaces ?? []).flatMap(({ ips }) => ips ?? []),
    ...Object.entries(instance.tags ?? {}).map(([key, value]) => `${key}=${value}`),
  ];
  return {
    id: recoveryInstanceID,
    target,
    name,
    verdict: readiness.verdict,
    rule: reason?.rule ?? '',
    sentence: reason?.sentence ?? '',
    launchState: failback?.state ?? '',
    replication: dataReplicationInfo?.dataReplicationState ?? '',
    origin: instance.originEnvironment ?? '',
    lag: parseDuration(dataReplicationInfo?.lagDuration),
    backlog: (dataReplicationInfo?.replicatedDisks ?? []).reduce(
      (sum, disk) => sum + (disk.backloggedStorageBytes ?? 0),
      0,
    ),
    seen: parseInstant(
      failback?.failbackClientLastSeenByServiceDateTime ?? failback?.agentLastSeenByServiceDateTime,
    )?.getTime(),
    isDrill: instance.isDrill ?? false,
    words: words.filter(Boolean).join(' ').toLowerCase(),
  };
}
