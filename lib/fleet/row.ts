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
    backlogBytes: sum(
      (replication?.replicatedDisks ?? []).map(
        ({ backloggedStorageBytes }) => backloggedStorageBytes,
      ),
    ),
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

/** Null when nothing is there to be added up: no figure is not zero. */
function sum(figures: (number | undefined)[]): number | null {
  const given = figures.filter((figure) => figure !== undefined);
  return given.length === 0 ? null : given.reduce((total, figure) => total + figure, 0);
}

/** Null when either is not known. */
function secondsBetween(from: Date | undefined, to: Date | undefined): number | null {
  return from && to ? Math.round((to.getTime() - from.getTime()) / 1000) : null;
}
