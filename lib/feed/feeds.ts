import type { Clock } from '@/lib/time';
import { Feed, type Topic } from './feed';

/** How long a feed that nobody uses is kept, so that whoever comes back gets what changed, in milliseconds. */
const UNUSED_LIFETIME = 60_000;

/** The feeds in use, one for each address. */
export class Feeds {
  readonly #feeds = new Map<string, Feed>();
  #sweptAt = 0;
  #isClosed = false;

  constructor(private readonly clock: Clock) {}

  /** The feed of a topic; the same one for everybody. */
  open(topic: Topic): Feed {
    this.#sweep();
    const feed = this.#feeds.get(topic.name) ?? new Feed(topic, this.clock);
    this.#feeds.set(topic.name, feed);
    return feed;
  }

  get isClosed() {
    return this.#isClosed;
  }

  /** Ends every stream, because the process ends. */
  close() {
    this.#isClosed = true;
    for (const feed of this.#feeds.values()) feed.end();
  }

  #sweep() {
    const now = this.clock.now().getTime();
    if (now - this.#sweptAt < 1_000) return;
    this.#sweptAt = now;
    for (const [name, feed] of this.#feeds) {
      if (now - feed.idleSince > UNUSED_LIFETIME) this.#feeds.delete(name);
    }
  }
}
