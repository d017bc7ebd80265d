import type { Random } from '../../lib/simulator/random';
import type { ServerProcess } from '../server-process';
import { type Intent, requestUntilAnswered } from './request';

/** New launches are requested while no more than so many wait for an answer. */
const MOST_OPEN = 10;

/** Requests launches, several at a time, as operators and runbooks do, and requests again what was refused. */
export class LoadGenerator {
  readonly intents: Intent[] = [];
  #open = new Set<Promise<void>>();

  constructor(
    private readonly server: ServerProcess,
    private readonly ready: string[],
    private readonly random: Random,
  ) {}

  get isWaiting(): boolean {
    return this.#open.size > 0;
  }

  /** Resolves once few launches wait: more of them would only wait for each other. */
  async hasRoom() {
    while (this.#open.size > MOST_OPEN) await Promise.race(this.#open);
  }

  async allAnswered() {
    while (this.isWaiting) await Promise.all(this.#open);
  }

  /** "3 launches are answered: 503 store-unavailable", for whoever waits in vain. */
  describePending(): string {
    const open = this.intents.filter(({ answer }) => !answer);
    const words = [...new Set(open.map(({ pending }) => pending ?? 'never asked'))];
    return `${open.length} launches are answered: ${words.join('; ')}`;
  }

  /** Requests so many launches of one to three servers each; every third request is sent twice at once. */
  ask(count: number) {
    for (let asked = 0; asked < count; asked += 1) {
      const recoveryInstanceIDs = this.ready.splice(0, this.random.pick([1, 1, 1, 2, 3]));
      if (recoveryInstanceIDs.length === 0) throw new Error('No server is left to launch.');
      const intent = { idempotencyKey: `launch-${this.intents.length + 1}`, recoveryInstanceIDs };
      this.intents.push(intent);
      this.#keep(this.#follow(intent, this.random.next() < 1 / 3));
    }
  }

  #keep(work: Promise<void>) {
    const tracked = work.finally(() => this.#open.delete(tracked));
    this.#open.add(tracked);
  }

  /** Servers of a clear refusal were not launched, so they are requested again. */
  async #follow(intent: Intent, twice: boolean) {
    const requests = twice ? [intent, intent] : [intent];
    const [answer] = await Promise.all(
      requests.map((one) => requestUntilAnswered(this.server, one)),
    );
    if (answer && answer.status >= 300) this.ready.push(...intent.recoveryInstanceIDs);
  }
}
