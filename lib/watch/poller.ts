import type { Clock } from '@/lib/time';
import { withJitter } from './intervals';
import type { Snapshot } from './snapshot';

interface Settings {
  snapshot: Snapshot<unknown>;
  /** Milliseconds between two readings at present; null to read nothing. */
  interval: () => number | null;
  clock: Clock;
  chance?: () => number;
}

/** Reads one snapshot again and again, at an interval that may change with every reading. */
export class Poller {
  #timer: NodeJS.Timeout | undefined;
  #isRunning = false;
  #isReading = false;
  /** Drawn once for each reading, so that rescheduling does not change it. */
  #chance = 0;

  constructor(private readonly settings: Settings) {}

  start() {
    this.#isRunning = true;
    this.reschedule();
  }

  stop() {
    this.#isRunning = false;
    clearTimeout(this.#timer);
  }

  /** Schedules the next reading again. Call it when the interval may have changed. */
  reschedule() {
    clearTimeout(this.#timer);
    const { snapshot, interval, clock } = this.settings;
    const milliseconds = interval();
    if (!this.#isRunning || this.#isReading || milliseconds === null) return;
    const due = snapshot.dueAt(withJitter(milliseconds, this.#chance));
    const wait = Math.max(0, due - clock.now().getTime());
    this.#timer = setTimeout(() => void this.#read(), Math.min(wait, LONGEST_TIMER));
    this.#timer.unref();
  }

  async #read() {
    const { snapshot, chance = Math.random } = this.settings;
    this.#isReading = true;
    try {
      await snapshot.refresh();
    } finally {
      this.#isReading = false;
      this.#chance = chance();
      this.reschedule();
    }
  }
}

/** A timer cannot wait longer than 2^31 milliseconds, and a clock may be set. */
const LONGEST_TIMER = 60_000;
