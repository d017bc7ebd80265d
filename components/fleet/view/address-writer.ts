/** How long the address waits for the next key, in milliseconds: each change of it wakes the router. */
const PAUSE = 300;

/** Any of these may be the way to another page, or to the address itself; all of them are rare beside keys. */
const BEFORE_LEAVING = ['pointerdown', 'focusout', 'pagehide'] as const;

/** Writes the query of the address after a short pause, and at once when somebody may be about to leave or copy it. */
export class AddressWriter {
  #query: string | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #onWritten: ((query: string) => void) | undefined;

  write(query: string) {
    this.#query = query;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#flush, PAUSE);
  }

  /** Drops what waits to be written. */
  forget() {
    clearTimeout(this.#timer);
    this.#query = undefined;
  }

  /** Watches for the operator leaving, until the returned function is called, and tells each query once it is written. */
  follow(onWritten?: (query: string) => void): () => void {
    const ending = new AbortController();
    this.#onWritten = onWritten;
    for (const event of BEFORE_LEAVING) {
      window.addEventListener(event, this.#flush, { capture: true, signal: ending.signal });
    }
    return () => {
      ending.abort();
      this.forget();
    };
  }

  readonly #flush = () => {
    const query = this.#query;
    this.forget();
    if (query === undefined) return;
    this.#onWritten?.(query);
    window.history.replaceState(null, '', query ? `?${query}` : window.location.pathname);
  };
}
