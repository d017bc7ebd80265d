import type { StreamEvent } from '@/lib/contract/event';
import { Connection, type ConnectionState, type Positions } from './connection';

/** What the tabs of one browser tell each other. */
type Message =
  /** What a tab shows, and the sequences it has; repeated, so that a tab that crashed is forgotten. */
  | { kind: 'wants'; tab: string; positions: Positions }
  | { kind: 'leaves'; tab: string }
  /** From the tab that holds the stream. */
  | { kind: 'leads' }
  | { kind: 'event'; event: StreamEvent }
  | { kind: 'state'; state: ConnectionState; positions: Positions };

export interface Listener {
  onEvent: (event: StreamEvent) => void;
  onState: (state: ConnectionState) => void;
  /** The stream is further than this tab: what came in between has to be asked for. */
  onPositions: (positions: Positions) => void;
}

const NAME = 'homeward-live';

/** How often tabs repeat themselves, in milliseconds. */
const REPEAT = 10_000;

/** A tab that has not been heard of for so long is gone, in milliseconds. */
const SILENCE = 3 * REPEAT;

/**
 * One stream for all tabs of a browser, which opens six connections to a host at most. The tab that holds a lock
 * keeps the stream and tells the others; when it goes, the next one gets the lock. Without locks or channels,
 * which need a secure context, each tab has a stream of its own.
 */
export class SharedStream {
  readonly #tab = crypto.getRandomValues(new Uint32Array(2)).join('-');
  readonly #wants = new Map<string, { positions: Positions; heardAt: number }>();
  readonly #connection: Connection;
  #own: Positions = new Map();
  #channel: BroadcastChannel | undefined;
  #isLeading = false;
  #state: ConnectionState = { kind: 'connecting' };
  #heardAt = Date.now();
  #stop: AbortController | undefined;

  constructor(private readonly listener: Listener) {
    this.#connection = new Connection({
      onEvent: (event) => {
        this.#tell({ kind: 'event', event });
        listener.onEvent(event);
      },
      onState: (state) => this.#tellState(state),
    });
  }

  /** Takes part: from now on this tab wants its topics and may lead. */
  start() {
    if (this.#stop) return;
    const stop = new AbortController();
    this.#stop = stop;
    this.#heardAt = Date.now();
    const timer = setInterval(() => this.#repeat(), REPEAT);
    stop.signal.addEventListener('abort', () => clearInterval(timer));
    if (!('locks' in navigator) || !('BroadcastChannel' in globalThis)) {
      this.#lead();
      return;
    }
    this.#channel = new BroadcastChannel(NAME);
    this.#channel.addEventListener('message', ({ data }: MessageEvent<Message>) =>
      this.#hear(data),
    );
    this.#tellWants();
    const untilStopped = () =>
      new Promise<void>((resolve) => {
        if (stop.signal.aborted) return resolve();
        this.#lead();
        stop.signal.addEventListener('abort', () => resolve());
      });
    // Rejected when this tab stops before it got the lock.
    navigator.locks.request(NAME, { signal: stop.signal }, untilStopped).catch(() => undefined);
  }

  /** Takes no part any more: costs nothing, hears nothing. */
  stop() {
    this.#tell({ kind: 'leaves', tab: this.#tab });
    this.#connection.close();
    this.#connection.follow(new Map());
    this.#isLeading = false;
    this.#wants.clear();
    this.#stop?.abort();
    this.#stop = undefined;
    this.#channel?.close();
    this.#channel = undefined;
  }

  /** What this tab shows now. */
  follow(positions: Positions) {
    this.#own = positions;
    if (this.#isLeading) this.#followAll();
    else this.#tellWants();
  }

  /** Makes sure that the stream is alive. */
  wake() {
    if (this.#isLeading) this.#connection.wake();
    else this.#tellWants();
  }

  #lead() {
    this.#isLeading = true;
    this.#tell({ kind: 'leads' });
    this.#followAll();
  }

  #hear(message: Message) {
    switch (message.kind) {
      case 'wants':
        if (!this.#isLeading) return;
        this.#wants.set(message.tab, { positions: message.positions, heardAt: Date.now() });
        this.#followAll();
        this.#tellState(this.#state);
        return;
      case 'leaves':
        this.#wants.delete(message.tab);
        if (this.#isLeading) this.#followAll();
        return;
      case 'leads':
        this.#heardAt = Date.now();
        this.#tellWants();
        return;
      case 'event':
        this.#heardAt = Date.now();
        this.listener.onEvent(message.event);
        return;
      case 'state':
        this.#heardAt = Date.now();
        this.#setState(message.state);
        this.listener.onPositions(message.positions);
    }
  }

  #repeat() {
    if (!this.#isLeading) {
      this.#tellWants();
      // Whoever leads has crashed or hangs, and has not lost the lock.
      if (Date.now() - this.#heardAt > SILENCE) this.#setState({ kind: 'connecting' });
      return;
    }
    for (const [tab, { heardAt }] of this.#wants) {
      if (Date.now() - heardAt > SILENCE) this.#wants.delete(tab);
    }
    this.#followAll();
    this.#tellState(this.#state);
  }

  /** Follows what any tab wants, from the lowest sequence that one of them has. */
  #followAll() {
    const all = new Map(this.#own);
    for (const { positions } of this.#wants.values()) {
      for (const [topic, sequence] of positions) {
        all.set(topic, Math.min(sequence, all.get(topic) ?? sequence));
      }
    }
    this.#connection.follow(all);
  }

  #tellWants() {
    this.#tell({ kind: 'wants', tab: this.#tab, positions: this.#own });
  }

  #tellState(state: ConnectionState) {
    this.#setState(state);
    this.#tell({ kind: 'state', state, positions: this.#connection.positions });
  }

  #setState(state: ConnectionState) {
    this.#state = state;
    this.listener.onState(state);
  }

  #tell(message: Message) {
    this.#channel?.postMessage(message);
  }
}
