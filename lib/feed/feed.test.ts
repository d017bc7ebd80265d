import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { StreamEvent } from '@/lib/contract/event';
import { describeProblem, problemIn, refusal } from '@/lib/contract/problem-error';
import { applyPatch } from '@/lib/patch/apply';
import { Feed, type WrittenEvent } from './feed';

const PROBLEM = {
  status: 502,
  code: 'drs-unreachable',
  title: 'DRS cannot be reached',
  detail: 'The connection to DRS failed.',
};

/** Makes the whole answer longer than a change of it. */
const long = 'x'.repeat(500);

let now: number;
let answer: Record<string, unknown> | undefined;
let changed: () => void;
let subscribed: number;
let feed: Feed;

beforeEach(() => {
  now = Date.parse('2026-11-24T10:00:00Z');
  answer = { jobs: [{ jobID: 'a', status: 'STARTED' }], long };
  subscribed = 0;
  feed = makeFeed();
});
afterEach(() => void vi.useRealTimers());

function makeFeed() {
  return new Feed(
    {
      name: '/api/jobs?target=t',
      view: async () => {
        if (!answer) throw refusal(PROBLEM);
        return answer;
      },
      subscribe: (onChange) => {
        changed = onChange;
        subscribed += 1;
        return () => (subscribed -= 1);
      },
      toProblem: (error) => problemIn(error) ?? describeProblem({ ...PROBLEM, code: 'other' }),
    },
    { now: () => new Date(now) },
  );
}

async function follow(of = feed, after = 0) {
  const onEvents = vi.fn<() => void>();
  const leave = of.follow({ onEvents, onEnd: () => undefined }, after);
  await of.refresh();
  return { onEvents, leave };
}

async function change(next: typeof answer, milliseconds = 1_000) {
  now += milliseconds;
  answer = next;
  changed();
  await feed.refresh();
}

const newest = async () => JSON.parse((await feed.newest()).text) as { sequence: number };

const read = (events: WrittenEvent[]) =>
  events.map(
    ({ data }) => JSON.parse(new TextDecoder().decode(data).slice('data: '.length)) as StreamEvent,
  );

describe('a feed', () => {
  it('gives everything to who has nothing, and nothing to who has the newest', async () => {
    await follow();
    const [event] = read(feed.since(0));
    expect(event).toMatchObject({ kind: 'snapshot', sequence: now, answer: { jobs: [{}] } });
    expect(feed.since(now)).toEqual([]);
    expect(read(feed.current())).toEqual([
      { kind: 'current', topic: '/api/jobs?target=t', sequence: now },
    ]);
  });

  it('gives who was away what has changed meanwhile, change by change', async () => {
    await follow();
    const had = await newest();
    await change({ jobs: [{ jobID: 'b' }, { jobID: 'a', status: 'STARTED' }], long });
    await change({ jobs: [{ jobID: 'b' }, { jobID: 'a', status: 'COMPLETED' }], long });
    const missed = read(feed.since(had.sequence));
    expect(missed.map(({ kind }) => kind)).toEqual(['patch', 'patch']);
    const brought = missed.reduce(
      (value, event) => (event.kind === 'patch' ? applyPatch(value, event.patch) : value),
      had,
    );
    expect(brought).toEqual(await newest());
  });

  it('gives who was away too long the whole', async () => {
    await follow();
    const { sequence } = await newest();
    for (let count = 0; count < 101; count += 1) await change({ count, long });
    expect(read(feed.since(sequence)).map(({ kind }) => kind)).toEqual(['snapshot']);
  });

  it('tells followers of changes and of nothing else', async () => {
    const { onEvents } = await follow();
    onEvents.mockClear();
    await change(structuredClone(answer));
    expect(onEvents).not.toHaveBeenCalled();
    await change({ jobs: [] });
    expect(onEvents).toHaveBeenCalledTimes(1);
  });

  it('makes the answer anew after a while without news, for it may depend on the time of day', async () => {
    vi.useFakeTimers();
    const { onEvents, leave } = await follow();
    onEvents.mockClear();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(onEvents).not.toHaveBeenCalled();
    answer = { jobs: [] };
    await vi.advanceTimersByTimeAsync(20_000);
    expect(onEvents).toHaveBeenCalledTimes(1);
    leave();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('does not make the answer anew by time while news come', async () => {
    vi.useFakeTimers();
    const view = vi.fn<() => Promise<object>>(async () => ({}));
    const busy = new Feed(
      {
        name: 'x',
        view,
        subscribe: (onChange) => {
          changed = onChange;
          return () => undefined;
        },
        toProblem: () => describeProblem(PROBLEM),
      },
      { now: () => new Date(now) },
    );
    await follow(busy);
    view.mockClear();
    for (let count = 0; count < 4; count += 1) {
      await vi.advanceTimersByTimeAsync(15_000);
      changed();
    }
    await vi.advanceTimersByTimeAsync(0);
    expect(view).toHaveBeenCalledTimes(4);
  });

  it('writes an event once, however many follow', async () => {
    await follow();
    await follow();
    const { sequence } = await newest();
    await change({ jobs: [{ jobID: 'a', status: 'COMPLETED' }], long });
    const [first] = feed.since(sequence);
    expect(first).toBeDefined();
    expect(feed.since(sequence)[0]).toBe(first);
    expect(feed.since(0)[0]).toBe(feed.since(0)[0]);
  });

  it('is subscribed to its topic while somebody follows it, once for all of them', async () => {
    const [one, other] = [await follow(), await follow()];
    expect(subscribed).toBe(1);
    one.leave();
    expect(subscribed).toBe(1);
    other.leave();
    expect(subscribed).toBe(0);
    expect(feed.idleSince).toBe(now);
  });

  it('goes on above what a follower has from a process whose clock is ahead', async () => {
    await follow();
    const ahead = now + 5_000;
    await follow(feed, ahead);
    expect((await newest()).sequence).toBe(ahead + 1);
  });

  it('does not believe a sequence that no clock explains', async () => {
    await follow(feed, Number.MAX_SAFE_INTEGER);
    expect((await newest()).sequence).toBe(now);
  });

  it('says why there is no answer, and that it is over', async () => {
    answer = undefined;
    const { onEvents } = await follow();
    expect(read(feed.since(0))).toMatchObject([{ kind: 'problem', problem: { status: 502 } }]);
    await expect(feed.newest()).rejects.toMatchObject({ problem: { code: 'drs-unreachable' } });
    onEvents.mockClear();
    await change({ jobs: [] });
    expect(onEvents).toHaveBeenCalled();
    expect(read(feed.since(0))).toMatchObject([{ kind: 'snapshot' }]);
  });

  it('makes one answer for all who ask at once', async () => {
    const view = vi.fn<() => Promise<object>>(async () => ({ jobs: [] }));
    const shared = new Feed(
      {
        name: 'x',
        view,
        subscribe: () => () => undefined,
        toProblem: () => describeProblem(PROBLEM),
      },
      { now: () => new Date(now) },
    );
    await Promise.all(Array.from({ length: 50 }, () => shared.newest()));
    expect(view.mock.calls.length).toBeLessThanOrEqual(2);
  });
});
