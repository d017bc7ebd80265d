import { digest } from '../random';
import { layFleet } from './fleet';
import type { FleetPart } from './fleet-part';
import { lastFact } from './facts';
import { reversedServer } from './reversed-server';
import type { Worlds } from './moment';
import { type World, worldKey } from './world';

interface NewWorld {
  accountID: string;
  region: string;
  /** Another seed makes another fleet. */
  seed: number;
  fleet: readonly FleetPart[];
  isInitialised: boolean;
  /** Milliseconds since the epoch, on the simulated clock. */
  now: number;
}

/** The world of this account and Region, made when it is opened for the first time. */
export function openWorld(worlds: Worlds, wanted: NewWorld): World {
  const { accountID, region, now, seed } = wanted;
  const key = worldKey(accountID, region);
  const known = worlds[key];
  if (known) return known;
  const world: World = {
    accountID,
    region,
    seed: digest(seed, accountID, region),
    created: now,
    isInitialised: wanted.isInitialised,
    recoveryInstances: {},
    sourceServers: {},
    jobs: {},
    template: {
      replicationConfigurationTemplateID: `rct-${digest(accountID, region).slice(0, 17)}`,
      tags: {},
    },
  };
  layFleet(world, seed, wanted.fleet);
  for (const other of Object.values(worlds)) addReversedServers(world, other);
  worlds[key] = world;
  return world;
}

/** The source servers that other Regions of the account replicate to this one since before it was opened. */
function addReversedServers(world: World, other: World) {
  if (other.accountID !== world.accountID) return;
  for (const instance of Object.values(other.recoveryInstances)) {
    const reversed = lastFact(instance.facts, 'reversed');
    if (reversed?.region !== world.region) continue;
    const server = reversedServer(other, instance, reversed);
    world.sourceServers[server.sourceServerID] = server;
  }
}
