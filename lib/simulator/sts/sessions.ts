import type { Session } from './session';

const LIMIT = 10_000;

/** The roles that were assumed, the newest ten thousand of them. */
export class Sessions {
  #byAccessKeyID: Map<string, Session>;
  #given: number;

  constructor(sessions: readonly Session[] = [], given = sessions.length) {
    this.#byAccessKeyID = new Map(sessions.map((session) => [session.accessKeyID, session]));
    this.#given = given;
  }

  /** How many there have been. */
  get given() {
    return this.#given;
  }

  add(session: Session) {
    this.#given += 1;
    this.#byAccessKeyID.set(session.accessKeyID, session);
    const [oldest] = this.#byAccessKeyID.keys();
    if (this.#byAccessKeyID.size > LIMIT && oldest) this.#byAccessKeyID.delete(oldest);
  }

  find(accessKeyID: string): Session | undefined {
    return this.#byAccessKeyID.get(accessKeyID);
  }

  list(): Session[] {
    return [...this.#byAccessKeyID.values()];
  }
}
