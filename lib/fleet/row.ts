import type { FleetRow } from '@/lib/contract/fleet';
import type { Readiness } from '@/lib/contract/readiness';
import type { RecoveryInstance } from '@/lib/contract/recovery-instance';
import { parseDuration, parseInstant } from '@/lib/format';
import { sumOfDisks } from '@/lib/readiness/disks';

/** The row of a list for one recovery instance of a target, as DRS was read at `asOf` and as it was judged. */
export function toFleetRow(
  target: string,
  instance: RecoveryInstance,
  { readiness, asOf }: { readiness: Readiness; asOf: Date },
): FleetRow {
  const { failback, dataReplicationInfo: replication } = instance;
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
    backlogBytes: sumOfDisks(replication?.replicatedDisks, 'backloggedStorageBytes') ?? null,
    etaSeconds: secondsBetween(asOf, parseInstant(replication?.etaDateTime)),
    unseenSeconds: secondsBetween(parseInstant(seenIn(instance)), asOf),
    tags: instance.tags ?? {},
  };
}

/** Who has to be there for the failback: the client gets the launch, and where there is none the agent copies. */
function seenIn({ originEnvironment, failback }: RecoveryInstance): string | undefined {
  return originEnvironment === 'AWS'
    ? failback?.agentLastSeenByServiceDateTime
    : failback?.failbackClientLastSeenByServiceDateTime;
}

/** Null when either is not known. */
function secondsBetween(from: Date | undefined, to: Date | undefined): number | null {
  return from && to ? Math.round((to.getTime() - from.getTime()) / 1000) : null;
}
