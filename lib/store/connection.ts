import { sql } from 'kysely';
import { type OpenStore, type StoreLocation, openStore } from './open';
import type { Store } from './schema';

/** Keeps the store of a process open, and opens it anew when it has become unusable. */
export class StoreConnection {
  #opening: Promise<OpenStore> | undefined;
  /** The cause that the log was last given. */
  #reported: string | undefined;

  constructor(
    private readonly location: StoreLocation,
    private readonly warn: (event: string, cause: unknown) => void = () => undefined,
  ) {}

  /** The open store. Throws a ProblemError while it cannot be opened; the next caller tries again. */
  async get(): Promise<Store> {
    const opening = (this.#opening ??= openStore(this.location));
    const opened = await opening.catch((error: unknown) => {
      if (this.#opening === opening) this.#opening = undefined;
      this.#report(error);
      throw error;
    });
    this.#reported = undefined;
    if (opened.isUsable()) return opened.store;
    if (this.#opening === opening) {
      this.#opening = undefined;
      await opened.store.destroy().catch(() => undefined);
    }
    return this.get();
  }

  /** Every request asks again; the log is given each cause once. */
  #report(error: unknown) {
    const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
    if (this.#reported === String(cause)) return;
    this.#reported = String(cause);
    this.warn('the store cannot be opened', cause);
  }

  /** Writes, and keeps nothing. Throws a ProblemError when the store cannot be written now. */
  async probe(): Promise<void> {
    const store = await this.get();
    await store
      .transaction()
      .execute((transaction) =>
        sql`update history_head set sequence = sequence where id = 1`.execute(transaction),
      );
  }
}
