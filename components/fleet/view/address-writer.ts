/** How long the writer waits for the next key, in milliseconds, because each change of the address wakes the router. */
const PAUSE = 300;

/** Events after which the operator may leave the page or copy its address. All are rare compared to keys. */
const BEFORE_LEAVING = ['pointerdown', 'focusout', 'pagehide'] as const;

/** Writes the query of the address after a short pause, and at once when the operator may leave or copy it. */
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

  /** Listens for those events until the returned function is called. Calls `onWritten` with each query it writes. */
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
