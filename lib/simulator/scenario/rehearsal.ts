import type { Faults } from '../faults/faults';
import { whenWorked } from '../speed-history';
import type { Moment } from '../world/moment';
import type { RecoveryInstance } from '../world/recovery-instance';
import { type World, worldKey } from '../world/world';
import type { RehearsalEvent, ScenarioEvent } from './event';
import { applyToServers } from './apply-event';

/** What events act on. */
export interface Stage {
  worlds: () => World[];
  faults: Faults;
  /** Launches servers as somebody else would. */
  launch: (world: World, servers: RecoveryInstance[], moment: Moment) => void;
}

/** How far a rehearsal has come: how many of its events have happened, at large and in each world. */
export interface Progress {
  /** Milliseconds since the epoch, on the simulated clock. */
  began: number;
  atLarge: number;
  inWorlds: Record<string, number>;
}

/**
 * Lets the events of a scenario happen. Nothing runs by itself: before each answer every event that is due happens, each
 * at its own instant, so what a caller sees depends on the clock alone.
 */
export class Rehearsal {
  readonly events: readonly ScenarioEvent[];

  constructor(
    events: readonly ScenarioEvent[],
    private readonly stage: Stage,
    readonly progress: Progress,
  ) {
    this.events = events.toSorted((one, other) => one.at - other.at);
  }

  /** When an event is due; Infinity while the clock never gets there. */
  #dueAt({ at }: ScenarioEvent, { speedHistory }: Moment): number {
    return whenWorked(speedHistory, this.progress.began, at * 1_000);
  }

  catchUp(moment: Moment) {
    if (this.events.length === 0) return;
    const { progress } = this;
    const due = this.#eventsFrom(progress.atLarge, moment);
    for (const { event } of due) this.#happenAtLarge(event, event.at * 1_000);
    progress.atLarge += due.length;
    for (const world of this.stage.worlds()) {
      const key = worldKey(world.accountID, world.region);
      const events = this.#eventsFrom(progress.inWorlds[key] ?? 0, moment);
      for (const { event, now } of events) this.#happenIn(world, event, { ...moment, now });
      if (events.length > 0) progress.inWorlds[key] = (progress.inWorlds[key] ?? 0) + events.length;
    }
  }

  /** Lets an event happen now. Returns the servers it is about. */
  trigger(event: RehearsalEvent, moment: Moment, rehearsed: number): RecoveryInstance[] {
    this.#happenAtLarge(event, rehearsed);
    return this.stage.worlds().flatMap((world) => this.#happenIn(world, event, moment));
  }

  #eventsFrom(first: number, moment: Moment) {
    const due: { event: ScenarioEvent; now: number }[] = [];
    for (const event of this.events.slice(first)) {
      const now = this.#dueAt(event, moment);
      if (now > moment.now) break;
      due.push({ event, now });
    }
    return due;
  }

  #happenAtLarge({ fault, clearFaults }: RehearsalEvent, rehearsed: number) {
    if (fault) this.stage.faults.add(fault, rehearsed);
    if (clearFaults) this.stage.faults.clear();
  }

  #happenIn(world: World, event: RehearsalEvent, moment: Moment): RecoveryInstance[] {
    const { accountID = world.accountID, region = world.region } = event;
    if (accountID !== world.accountID || region !== world.region) return [];
    const servers = applyToServers(world, event, moment);
    if (event.launch && servers.length > 0) this.stage.launch(world, servers, moment);
    return servers;
  }
}
