import type { Patch } from '@/lib/contract/patch';
import type { Problem } from '@/lib/contract/problem';
import { ProblemError } from '@/lib/contract/problem-error';
import type { StreamEvent } from '@/lib/contract/event';
import { diff } from '@/lib/patch/diff';
import type { Clock } from '@/lib/time';
import { PatchLog } from './patch-log';

/** What a feed is of: an address of the API and how its answer is made. */
export interface Topic {
  /** The address, such as "/api/jobs?target=eu-west-1". */
  name: string;
  view: () => Promise<object>;
  /** Calls `onChange` when the view may have changed. Returns a function that stops this. */
  subscribe: (onChange: () => void) => () => void;
  toProblem: (thrown: unknown) => Problem;
}

/** An event of the stream, written once for everybody who gets it. */
export interface WrittenEvent {
  /** The sequence that its reader has afterwards; undefined when it changes none. */
  sequence: number | undefined;
  data: Uint8Array;
}

interface Follower {
  onEvents: () => void;
  onEnd: () => void;
}

interface Answer {
  sequence: number;
  answer: { sequence: number };
  text: string;
  /** Written when the first one needs it. */
  snapshot?: WrittenEvent;
}

/** The answer to one address, kept up to date for as long as somebody follows it. */
export class Feed {
  #current: Answer | undefined;
  #problem: Problem | undefined;
  readonly #patches = new PatchLog();
  readonly #followers = new Set<Follower>();
  #leave: (() => void) | undefined;
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> = Promise.resolve();
  #next: Promise<void> | undefined;
  #usedAt: number;
  /** The highest sequence that any follower has brought. */
  #floor = 0;

  constructor(
    private readonly topic: Topic,
    private readonly clock: Clock,
  ) {
    this.#usedAt = clock.now().getTime();
  }

  /** When somebody last followed or asked, in milliseconds since the epoch; Infinity while somebody follows. */
  get idleSince() {
    return this.#followers.size > 0 ? Infinity : this.#usedAt;
  }

  /** The newest answer, as it is and as JSON. Throws a ProblemError when there is none. */
  async newest(): Promise<{ answer: object; text: string }> {
    this.#usedAt = this.clock.now().getTime();
    await this.refresh();
    if (this.#problem) throw new ProblemError(this.#problem);
    if (!this.#current) throw new Error('A feed was asked for its answer before it was made.');
    return this.#current;
  }

  /** Adds a follower, who is told of every change. `after` is the sequence it has. Returns a function that removes it. */
  follow(follower: Follower, after: number): () => void {
    const isPlausible = after <= this.clock.now().getTime() + LARGEST_SKEW;
    if (isPlausible) this.#floor = Math.max(this.#floor, after);
    this.#followers.add(follower);
    // While somebody follows, the answer is the newest already.
    const isNewest = this.#leave !== undefined && (this.#current?.sequence ?? 0) >= this.#floor;
    this.#leave ??= this.topic.subscribe(() => void this.refresh());
    if (!isNewest) void this.refresh();
    return () => {
      this.#followers.delete(follower);
      this.#usedAt = this.clock.now().getTime();
      if (this.#followers.size > 0) return;
      clearTimeout(this.#timer);
      this.#leave?.();
      this.#leave = undefined;
    };
  }

  /** Whether it is known what to answer: an answer or a problem. */
  get isReady() {
    return this.#current !== undefined || this.#problem !== undefined;
  }

  /** The events that lead from the answer of sequence `after` to the newest. */
  since(after: number): WrittenEvent[] {
    const { name } = this.topic;
    const told = this.#problem
      ? [write({ kind: 'problem', topic: name, problem: this.#problem })]
      : [];
    if (!this.#current || after === this.#current.sequence) return told;
    return [...(this.#patches.since(after) ?? [this.#snapshot(this.#current)]), ...told];
  }

  /** The event that tells a follower that it has the newest answer. */
  current(): WrittenEvent[] {
    const { sequence } = this.#current ?? {};
    if (sequence === undefined) return [];
    return [write({ kind: 'current', topic: this.topic.name, sequence })];
  }

  /** Ends the streams of all followers. */
  end() {
    for (const follower of this.#followers) follower.onEnd();
  }

  /** Makes the answer anew. Calls that come while it is being made share one more making. */
  refresh(): Promise<void> {
    this.#next ??= this.#running.then(() => {
      this.#next = undefined;
      this.#running = this.#make();
      return this.#running;
    });
    return this.#next;
  }

  async #make() {
    await this.#makeOnce();
    clearTimeout(this.#timer);
    if (this.#followers.size === 0) return;
    this.#timer = setTimeout(() => void this.refresh(), REFRESH_INTERVAL).unref();
  }

  async #makeOnce() {
    const told = this.#problem;
    try {
      const answer = await this.topic.view();
      this.#problem = undefined;
      if (!this.#publish(answer) && !told) return;
    } catch (error) {
      this.#problem = this.topic.toProblem(error);
      if (told && diff(told, this.#problem).length === 0) return;
    }
    for (const follower of this.#followers) follower.onEvents();
  }

  /** False when nothing has changed. */
  #publish(made: object): boolean {
    const before = this.#current;
    const changes = before && diff(before.answer, { ...made, sequence: before.sequence });
    if (before && changes?.length === 0 && before.sequence >= this.#floor) return false;
    const sequence = this.#nextSequence();
    const answer = { ...made, sequence };
    this.#current = { sequence, answer, text: JSON.stringify(answer) };
    if (before && changes) this.#remember(before.sequence, this.#current, changes);
    return true;
  }

  /**
   * Sequences grow with time, so that those of a process that starts later are above those of this one. A
   * follower who is ahead has its own from a process with another clock: we go on above it, for it would take
   * everything below for old.
   */
  #nextSequence() {
    const last = Math.max(this.#current?.sequence ?? 0, this.#floor);
    return Math.max(last + 1, this.clock.now().getTime());
  }

  #remember(from: number, { sequence, text }: Answer, changes: Patch) {
    const patch: Patch = [...changes, { op: 'replace', path: '/sequence', value: sequence }];
    const event = write({ kind: 'patch', topic: this.topic.name, from, sequence, patch });
    // Where almost everything has changed the whole answer is shorter.
    if (event.data.byteLength < text.length) this.#patches.add(from, event);
    else this.#patches.clear();
  }

  #snapshot(current: Answer): WrittenEvent {
    current.snapshot ??= writeSnapshot(this.topic.name, current);
    return current.snapshot;
  }
}

/**
 * An answer that is followed is made anew this often, in milliseconds, though nothing new was read: what it says may
 * depend on the present moment, as readiness does. Longer than the time between two readings of a DRS that answers.
 */
const REFRESH_INTERVAL = 20_000;

/** Clocks of servers differ by less than this, in milliseconds; a sequence further ahead is nonsense. */
const LARGEST_SKEW = 24 * 60 * 60_000;

const encoder = new TextEncoder();

function write(event: StreamEvent): WrittenEvent {
  return {
    sequence: 'sequence' in event ? event.sequence : undefined,
    data: encoder.encode(`data: ${JSON.stringify(event)}\n`),
  };
}

/** The answer is JSON text already and is not written again. */
function writeSnapshot(topic: string, { sequence, text }: Answer): WrittenEvent {
  const head = JSON.stringify({ kind: 'snapshot', topic, sequence });
  return { sequence, data: encoder.encode(`data: ${head.slice(0, -1)},"answer":${text}}\n`) };
}
