import type { Clock } from '../time';
import { Accounts } from './accounts';
import { digest } from './random';
import type { ReceivedCall } from './record/received-call';
import type { RehearsalEvent } from './scenario/event';
import { launchAsColleague } from './scenario/launch-as-colleague';
import { Rehearsal } from './scenario/rehearsal';
import {
  type SavedSimulationState,
  type SimulationState,
  newSimulationState,
  saveSimulationState,
} from './simulation-state';
import type { SimulationSettings } from './settings';
import type { Moment } from './world/moment';
import { openWorld } from './world/open-world';
import type { RecoveryInstance } from './world/recovery-instance';
import { type World, worldKey } from './world/world';

type Place = Pick<ReceivedCall, 'accountID' | 'accessKeyID' | 'region'>;

/** What the simulated services have in common: worlds, clock, faults and a record of what was asked. */
export class Simulation {
  readonly accounts: Accounts;
  state: SimulationState;
  rehearsal: Rehearsal;

  constructor(
    readonly settings: SimulationSettings,
    readonly real: Clock,
    saved?: SavedSimulationState,
  ) {
    this.accounts = new Accounts(settings.seed, settings.scenario?.accounts);
    this.state = newSimulationState(real, settings, saved);
    this.rehearsal = this.#rehearse();
  }

  reset() {
    this.state = newSimulationState(this.real, this.settings);
    this.rehearsal = this.#rehearse();
  }

  save(): SavedSimulationState {
    return saveSimulationState(this.state);
  }

  /** The present moment, at which the worlds are read. */
  moment(): Moment {
    const { clock } = this.state;
    const { stalledIsError, timestamps } = this.settings;
    return {
      now: clock.now().getTime(),
      speedHistory: clock.speedHistory,
      stalledIsError,
      timestamps,
    };
  }

  /** Lets every event of the scenario happen that is due by now. */
  catchUp() {
    this.rehearsal.catchUp(this.moment());
  }

  /** Lets an event happen now. Returns the servers it is about. */
  trigger(event: RehearsalEvent): RecoveryInstance[] {
    return this.rehearsal.trigger(event, this.moment(), this.state.clock.rehearsed());
  }

  /** The world of a caller, as it is by now. */
  worldOf({ accountID, accessKeyID, region }: Place): World {
    const { worlds, progress } = this.state;
    const known = worlds[worldKey(accountID, region)];
    if (known) return known;
    const { scenario, seed, fleet } = this.settings;
    const place = this.accounts.placeOf(accountID, region);
    const isOwn = !scenario?.accounts && accountID === this.accounts.idOf(accessKeyID);
    const world = openWorld(worlds, {
      accountID,
      region,
      // An account of a role or a scenario has a fleet of its own; access keys without one all see the fleet of the seed.
      seed: isOwn ? seed : Number.parseInt(digest(seed, accountID).slice(0, 8), 16),
      fleet: place.servers === undefined ? fleet : [{ count: place.servers }],
      isInitialised: place.isInitialised && !accessKeyID.startsWith('UNINITIALIZED'),
      // A rehearsal has begun everywhere at once; without one a fleet begins with its first call.
      now: scenario ? progress.began : this.moment().now,
    });
    this.catchUp();
    return world;
  }

  #rehearse(): Rehearsal {
    const { state, settings } = this;
    const stage = {
      worlds: () => Object.values(state.worlds),
      faults: state.faults,
      launch: (world: World, servers: RecoveryInstance[], moment: Moment) =>
        launchAsColleague(state, settings.quotas, world, servers, moment),
    };
    return new Rehearsal(settings.scenario?.events ?? [], stage, state.progress);
  }
}
