import type { FleetRow } from '@/lib/contract/fleet';
import type { JudgedRecoveryInstance } from '@/lib/contract/recovery-instance';
import { parseDuration, parseInstant } from '@/lib/format';

/** The row of a list for one recovery instance of a target, as DRS was read at `asOf`. */
export function toFleetRow(target: string, instance: JudgedRecoveryInstance, asOf: Date): FleetRow {
  const { failback, dataReplicationInfo: replication, readiness } = instance;
  const properties = instance.recoveryInstanceProperties;
  const [gravest] = readiness.reasons;
  return {
    target,
    recoveryInstanceID: instance.recoveryInstanceID,
    hostname: properties?.identificationHints?.hostname ?? '',
    fqdn: properties?.identificationHints?.fqdn ?? '',
    ips: (properties?.networkInterfaces ?? []).flatMap(({ ips }) => ips ?? []),
    os: properties?.os?.fullString ?? '',
    verdict: readiness.verdict,
    rule: gravest?.rule ?? '',
    sentence: gravest?.sentence ?? '',
    remedy: gravest?.remedy ?? '',
    failbackState: failback?.state ?? '',
    replicationState: replication?.dataReplicationState ?? '',
    replicationError: replication?.dataReplicationError?.error ?? '',
    originEnvironment: instance.originEnvironment ?? '',
    ec2InstanceState: instance.ec2InstanceState ?? '',
    isDrill: instance.isDrill ?? false,
    lagSeconds: parseDuration(replication?.lagDuration) ?? null,
    backlogBytes: backlogOf(replication?.replicatedDisks ?? []),
    etaSeconds: secondsBetween(asOf, parseInstant(replication?.etaDateTime)),
    unseenSeconds: secondsBetween(
      parseInstant(
        failback?.failbackClientLastSeenByServiceDateTime ??
          failback?.agentLastSeenByServiceDateTime,
      ),
      asOf,
    ),
    tags: instance.tags ?? {},
  };
}

/** Null when no disk has a figure: that is not zero. */
function backlogOf(disks: readonly { backloggedStorageBytes?: number | undefined }[]) {
  let sum: number | null = null;
  for (const { backloggedStorageBytes = null } of disks) {
    if (backloggedStorageBytes !== null) sum = (sum ?? 0) + backloggedStorageBytes;
  }
  return sum;
}

/** Null when either is not known. */
function secondsBetween(from: Date | undefined, to: Date | undefined): number | null {
  return from && to ? Math.round((to.getTime() - from.getTime()) / 1000) : null;
}
