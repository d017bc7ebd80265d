import type { FactOf } from './facts';
import type { RecoveryInstance } from './recovery-instance';
import type { SourceServer } from './source-server';
import type { World } from './world';

/** The source server that a reversed replication makes in the Region where the instance came from. */
export function reversedServer(
  from: World,
  instance: RecoveryInstance,
  reversed: FactOf<'reversed'>,
): SourceServer {
  const { recoveryInstanceID, machine, tags } = instance;
  return {
    sourceServerID: reversed.sourceServerID,
    machine,
    replicationDirection: 'FAILBACK',
    origin: {
      accountID: from.accountID,
      region: from.region,
      availabilityZone: `${from.region}a`,
    },
    copies: { region: from.region, recoveryInstanceID },
    added: reversed.at,
    tags: { ...tags },
  };
}
