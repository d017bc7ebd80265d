import type { StreamEvent } from '@/lib/contract/event';
import { PLACE_HEADER } from '@/lib/contract/place';
import { backOff } from './back-off';
import { readEvents } from './read-events';

/** How things stand between this browser and the console. */
export type ConnectionState =
  | { kind: 'connecting' }
  /** Comes from a console of that place; null when it names none. */
  | { kind: 'live'; place: string | null }
  /** Broken off; tried again at that moment, in milliseconds since the epoch. */
  | { kind: 'waiting'; retryAt: number }
  /** Refused for good: nobody is signed in (401), or whoever is may not look (403). */
  | { kind: 'refused'; status: 401 | 403 };

/** Topics by their addresses, each with the sequence that is had of it; 0 for none. */
export type Positions = ReadonlyMap<string, number>;

interface Settings {
  onEvent: (event: StreamEvent) => void;
  onState: (state: ConnectionState) => void;
}

/** A stream that has been silent for longer than this has missed a heartbeat, in milliseconds. */
const SILENCE = 20_000;

/** Changes of what is wanted come in flurries when a page gives way to another, in milliseconds. */
const FLURRY = 30;

/** One stream of events, kept open as long as there is something to follow. */
export class Connection {
  #positions = new Map<string, number>();
  #stream: AbortController | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #failures = 0;
  #heardAt = 0;
  #isRefused = false;

  constructor(private readonly settings: Settings) {}

  /** The newest sequence that has come of each topic. */
  get positions(): Positions {
    return this.#positions;
  }

  /** Follows these topics from now on. What has come of a topic already counts for more than what is given. */
  follow(wanted: Positions) {
    const before = this.#positions;
    this.#positions = new Map(
      [...wanted].map(([topic, sequence]) => [topic, before.get(topic) ?? sequence]),
    );
    const isSame =
      before.size === wanted.size && [...wanted.keys()].every((key) => before.has(key));
    if (!isSame) this.#reconnect(FLURRY);
  }

  /** Makes sure that the stream is alive, now that somebody looks again. */
  wake() {
    const isSilent = Date.now() - this.#heardAt > SILENCE;
    if (this.#stream && !isSilent) return;
    this.#failures = 0;
    this.#reconnect(0);
  }

  close() {
    clearTimeout(this.#timer);
    this.#stream?.abort();
    this.#stream = undefined;
  }

  #reconnect(wait: number) {
    this.close();
    if (this.#isRefused || this.#positions.size === 0) return;
    this.#timer = setTimeout(() => void this.#connect(), wait);
  }

  async #connect() {
    const stream = new AbortController();
    this.#stream = stream;
    const watchdog = setInterval(() => {
      if (Date.now() - this.#heardAt > SILENCE) stream.abort();
    }, SILENCE / 4);
    this.#heardAt = Date.now();
    try {
      await this.#read(stream.signal);
    } catch {
      // Whatever broke it off, it is opened again below.
    } finally {
      clearInterval(watchdog);
    }
    // Another stream may have taken its place meanwhile.
    if (this.#stream === stream) this.#retry();
  }

  async #read(signal: AbortSignal) {
    const response = await fetch(addressOf(this.#positions), { signal, cache: 'no-store' });
    if (response.status === 401 || response.status === 403) {
      this.#isRefused = true;
      this.settings.onState({ kind: 'refused', status: response.status });
    }
    if (!response.ok || !response.body) return;
    const place = response.headers.get(PLACE_HEADER);
    let isLive = false;
    await readEvents(response.body, {
      onBytes: () => {
        this.#heardAt = Date.now();
        this.#failures = 0;
        // Headers prove nothing: a proxy may pass them on and hold back all that follows.
        if (!isLive) this.settings.onState({ kind: 'live', place });
        isLive = true;
      },
      onEvent: (event) => {
        if ('sequence' in event) this.#positions.set(event.topic, event.sequence);
        this.settings.onEvent(event);
      },
    });
  }

  #retry() {
    if (this.#isRefused) return;
    const wait = backOff(this.#failures, Math.random());
    this.#failures += 1;
    this.settings.onState({ kind: 'waiting', retryAt: Date.now() + wait });
    this.#reconnect(wait);
  }
}

function addressOf(positions: Positions): string {
  const query = new URLSearchParams([...positions.keys()].map((topic) => ['topic', topic]));
  query.set('after', [...positions.values()].join(','));
  return `/api/events?${query.toString()}`;
}
