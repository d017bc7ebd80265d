import { reversedServerID } from './fleet';
import type { FactOf } from './facts';
import type { Worlds } from './moment';
import type { RecoveryInstance } from './recovery-instance';
import { reversedServer } from './reversed-server';
import type { SourceServer } from './source-server';
import { type World, worldKey } from './world';

/**
 * Reverses replication: from now on the instance is copied to its origin. A server that has failed back already continues
 * with the source server it had before the disaster; any other gets a new one.
 */
export function reverse(
  worlds: Worlds,
  world: World,
  instance: RecoveryInstance,
  home: World,
  now: number,
): SourceServer {
  const { recoveryInstanceID } = instance;
  const before = forwardServerOf(worlds, world, instance, home);
  const fact: FactOf<'reversed'> = {
    kind: 'reversed',
    at: now,
    region: home.region,
    sourceServerID: before?.sourceServerID ?? reversedServerID(world, recoveryInstanceID),
    rescan: before !== undefined,
  };
  instance.facts.push(fact);
  const server = before ?? reversedServer(world, instance, fact);
  server.copies = { region: world.region, recoveryInstanceID };
  home.sourceServers[server.sourceServerID] = server;
  return server;
}

/** The source server of the recovery that an instance has failed back from; none if it has not. */
function forwardServerOf(
  worlds: Worlds,
  world: World,
  { sourceServerID }: RecoveryInstance,
  home: World,
): SourceServer | undefined {
  const launchedFrom = world.sourceServers[sourceServerID];
  if (launchedFrom?.replicationDirection !== 'FAILBACK' || !launchedFrom.copies) return undefined;
  const { region, recoveryInstanceID } = launchedFrom.copies;
  const there = worlds[worldKey(world.accountID, region)];
  const recovered = there?.recoveryInstances[recoveryInstanceID];
  return home.sourceServers[recovered?.sourceServerID ?? ''];
}
