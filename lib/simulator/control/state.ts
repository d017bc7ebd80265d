import { FAULT_KINDS } from '../faults/fault-kinds';
import { OPERATION_NAMES } from '../operations';
import type { Session } from '../sts/session';
import { STS_OPERATIONS } from '../sts/sts';
import type { Command } from './command';

/** Everything that the panel shows of the rehearsal at once. */
export function describeState({ simulation: { settings, state, rehearsal } }: Command) {
  const { clock, faults } = state;
  const { seed, scenario } = settings;
  const rehearsedSeconds = clock.rehearsed() / 1_000;
  return {
    seed,
    ...(scenario ? { scenario: { name: scenario.name, about: scenario.about } } : {}),
    speed: clock.speed,
    stopped: clock.isStopped,
    now: clock.now().toISOString(),
    rehearsedSeconds,
    events: rehearsal.events.map((event) => ({ ...event, happened: event.at <= rehearsedSeconds })),
    faults: faults.list(clock.rehearsed()),
    faultKinds: FAULT_KINDS,
    operations: [...OPERATION_NAMES, ...Object.keys(STS_OPERATIONS)],
  };
}

export function describeWorlds({ simulation: { state, accounts } }: Command) {
  return {
    worlds: Object.values(state.worlds).map((world) => ({
      accountID: world.accountID,
      name: accounts.nameOf(world.accountID),
      region: world.region,
      isInitialised: world.isInitialised,
      servers: Object.keys(world.recoveryInstances).length,
      jobs: Object.keys(world.jobs).length,
    })),
  };
}

/** The roles that were assumed, without their secrets. */
export function listSessions({ simulation: { state } }: Command) {
  return { sessions: state.sessions.list().map(describeSession) };
}

function describeSession(session: Session) {
  const { secretAccessKey: _secret, sessionToken: _token, ...rest } = session;
  const timeOf = (milliseconds: number) => new Date(milliseconds).toISOString();
  return { ...rest, began: timeOf(session.began), ends: timeOf(session.ends) };
}
