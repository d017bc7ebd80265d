import type { Feed, WrittenEvent } from '@/lib/feed/feed';

/** A feed that a stream follows, and the sequence its reader has. */
export interface Subscription {
  feed: Feed;
  after: number;
}

interface Position extends Subscription {
  /** Whether the reader may lack something. */
  isBehind: boolean;
  /** Whether the reader knows that it has the newest answer. */
  isGreeted: boolean;
}

/** Written to an idle stream, so that proxies keep it and readers know it is alive, in milliseconds. */
const HEARTBEAT = 15_000;

/** A reader who takes nothing for so many heartbeats is gone. */
const MOST_MISSED = 4;

/** Bytes that may wait for a slow reader. Beyond them nothing is queued: it gets what it missed when it reads again. */
const QUEUE_BYTES = 64 * 1024;

/**
 * Server-sent events that bring the reader up to date on each subscription and keep them so, until the reader leaves
 * (`signal`) or the feeds end. https://html.spec.whatwg.org/multipage/server-sent-events.html
 */
export function eventStream(subscriptions: Subscription[], signal: AbortSignal): Response {
  const writer = new EventWriter(subscriptions, signal);
  const body = new ReadableStream<Uint8Array>(
    writer,
    new ByteLengthQueuingStrategy({ highWaterMark: QUEUE_BYTES }),
  );
  return new Response(body, { headers: HEADERS });
}

/** What a HEAD is told of such a stream. Nobody would read or end it, so there is none. */
export const eventStreamHead = () => new Response(null, { headers: HEADERS });

const HEADERS = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  // Neither kept nor compressed nor collected on the way: each event is to arrive at once.
  'Cache-Control': 'no-store, no-transform',
  'X-Accel-Buffering': 'no',
  // When the stream ends so does its connection, which would otherwise keep the server from ending.
  Connection: 'close',
  'X-Content-Type-Options': 'nosniff',
};

class EventWriter implements UnderlyingDefaultSource<Uint8Array> {
  readonly #positions: Position[];
  readonly #signal: AbortSignal;
  #controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  #unfollow: (() => void)[] = [];
  #heart: NodeJS.Timeout | undefined;
  #missed = 0;
  readonly #end = () => this.#close();

  constructor(subscriptions: Subscription[], signal: AbortSignal) {
    this.#positions = subscriptions.map((subscription) => ({
      ...subscription,
      isBehind: true,
      isGreeted: false,
    }));
    this.#signal = signal;
  }

  start(controller: ReadableStreamDefaultController<Uint8Array>) {
    this.#controller = controller;
    controller.enqueue(encoder.encode('retry: 1000\n\n'));
    if (this.#signal.aborted) return this.#close();
    this.#signal.addEventListener('abort', this.#end);
    this.#heart = setInterval(() => this.#beat(), HEARTBEAT);
    this.#heart.unref();
    this.#unfollow = this.#positions.map((position) => {
      const onEvents = () => {
        position.isBehind = true;
        this.#write();
      };
      return position.feed.follow({ onEvents, onEnd: this.#end }, position.after);
    });
    this.#write();
  }

  pull() {
    this.#missed = 0;
    this.#write();
  }

  cancel() {
    this.#release();
  }

  /** Writes what the reader lacks, as long as the reader takes it. */
  #write() {
    for (const position of this.#positions) {
      if (position.isBehind && this.#hasRoom()) this.#bringUpToDate(position);
    }
  }

  #bringUpToDate(position: Position) {
    position.isBehind = false;
    const { feed, after } = position;
    if (!feed.isReady) return;
    const missed = feed.since(after);
    const events = missed.length === 0 && !position.isGreeted ? feed.current() : missed;
    for (const event of events) this.#send(position, event);
  }

  #send(position: Position, event: WrittenEvent) {
    position.after = event.sequence ?? position.after;
    position.isGreeted = event.sequence !== undefined;
    const id = this.#positions.map(({ after }) => after).join(',');
    this.#controller?.enqueue(withID(event, id));
  }

  #beat() {
    if (this.#hasRoom()) {
      this.#controller?.enqueue(HEARTBEAT_BYTES);
      return;
    }
    this.#missed += 1;
    if (this.#missed < MOST_MISSED) return;
    this.#release();
    this.#controller?.error(new Error('The reader of an event stream takes nothing any more.'));
  }

  #hasRoom() {
    return (this.#controller?.desiredSize ?? 0) > 0;
  }

  #close() {
    this.#release();
    try {
      this.#controller?.close();
    } catch {
      // The reader has left already.
    }
    this.#controller = undefined;
  }

  #release() {
    clearInterval(this.#heart);
    this.#signal.removeEventListener('abort', this.#end);
    for (const unfollow of this.#unfollow) unfollow();
    this.#unfollow = [];
  }
}

const encoder = new TextEncoder();

/** The last form of each event: most readers follow the same topics and are at the same position. */
const finished = new WeakMap<WrittenEvent, { id: string; bytes: Uint8Array }>();

function withID(event: WrittenEvent, id: string): Uint8Array {
  const known = finished.get(event);
  if (known?.id === id) return known.bytes;
  const bytes = Buffer.concat([event.data, encoder.encode(`id: ${id}\n\n`)]);
  finished.set(event, { id, bytes });
  return bytes;
}

const HEARTBEAT_BYTES = encoder.encode(': still here\n\n');
