import { FAULT_KINDS } from '../faults';
import type { Command } from './command';

export function describeState({ simulation: { settings, clock, faults } }: Command) {
  return {
    ...settings,
    pace: clock.pace,
    stopped: clock.isStopped,
    now: clock.now().toISOString(),
    rehearsedSeconds: clock.rehearsed() / 1_000,
    faults: faults.list(clock.rehearsed()),
    faultKinds: FAULT_KINDS,
  };
}

export function describeWorlds({ simulation }: Command) {
  return {
    worlds: Object.values(simulation.worlds).map((world) => ({
      accountID: world.accountID,
      region: world.region,
      isInitialised: world.isInitialised,
      servers: Object.keys(world.recoveryInstances).length,
      jobs: Object.keys(world.jobs).length,
    })),
  };
}
