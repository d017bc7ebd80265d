import { FAULT_KINDS } from '../faults';
import type { Session } from '../sts/session';
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

/** The roles that were assumed, without their secrets. */
export function listSessions({ simulation: { sessions } }: Command) {
  return { sessions: sessions.list().map(describeSession) };
}

function describeSession(session: Session) {
  const { secretAccessKey: _secret, sessionToken: _token, ...rest } = session;
  const timeOf = (milliseconds: number) => new Date(milliseconds).toISOString();
  return { ...rest, began: timeOf(session.began), ends: timeOf(session.ends) };
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
