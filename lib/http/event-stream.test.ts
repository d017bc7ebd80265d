import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { StreamEvent } from '@/lib/contract/event';
import { describeProblem } from '@/lib/contract/problem-error';
import { Feed } from '@/lib/feed/feed';
import { eventStream } from './event-stream';

let answer: object;
let changed: () => void;
let subscribed: number;
let feed: Feed;
let tick: number;
let leaving: AbortController;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  answer = { count: 0, long };
  subscribed = 0;
  tick = 1_000;
  leaving = new AbortController();
  feed = new Feed(
    {
      name: '/api/jobs?target=t',
      view: async () => answer,
      subscribe: (onChange) => {
        changed = onChange;
        subscribed += 1;
        return () => (subscribed -= 1);
      },
      toProblem: () => describeProblem({ status: 500, code: 'x', title: 'x', detail: 'x' }),
    },
    { now: () => new Date((tick += 1)) },
  );
});
afterEach(() => {
  leaving.abort();
  vi.useRealTimers();
});

/** Longer than a change of it, and than what may wait for a slow reader. */
const long = 'x'.repeat(100_000);

async function change(next: object) {
  answer = { long, ...next };
  changed();
  await feed.refresh();
}

function connect(after = 0) {
  const { body, headers } = eventStream([{ feed, after }], leaving.signal);
  if (!body) throw new Error('No body.');
  return { reader: body.getReader(), headers };
}

/** Reads on and on; what has come so far is in `text`. */
function follow(after = 0) {
  const { reader } = connect(after);
  const seen = { text: '', isOver: false };
  const readOn = async (): Promise<void> => {
    const { value, done } = await reader.read();
    if (done) {
      seen.isOver = true;
      return;
    }
    seen.text += new TextDecoder().decode(value);
    await readOn();
  };
  void readOn();
  return seen;
}

const eventsIn = (text: string) =>
  [...text.matchAll(/^data: (.*)$/gm)].map(([, data]) => JSON.parse(data ?? '') as StreamEvent);

const kindsIn = (text: string) => eventsIn(text).map(({ kind }) => kind);

it('brings a snapshot, then what changes, each with the id that resumes after it', async () => {
  const seen = follow();
  await vi.waitFor(() => expect(kindsIn(seen.text)).toEqual(['snapshot']));
  await change({ count: 1 });
  await vi.waitFor(() => expect(kindsIn(seen.text)).toEqual(['snapshot', 'patch']));
  const ids = [...seen.text.matchAll(/^id: (\d+)$/gm)].map(([, id]) => Number(id));
  expect(ids).toEqual(eventsIn(seen.text).map((event) => 'sequence' in event && event.sequence));
  expect(ids[0]).toBeLessThan(ids[1] ?? 0);
});

it('says to who has the newest just that, and replays to who was away', async () => {
  const { sequence } = JSON.parse((await feed.newest()).text);
  const newest = follow(sequence);
  await vi.waitFor(() => expect(kindsIn(newest.text)).toEqual(['current']));
  await change({ count: 1 });
  await change({ count: 2 });
  const away = follow(sequence);
  await vi.waitFor(() => expect(kindsIn(away.text)).toEqual(['patch', 'patch']));
});

it('keeps proxies from collecting, keeping and compressing it', () => {
  const { headers } = connect();
  expect(headers.get('content-type')).toMatch(/^text\/event-stream/);
  expect(headers.get('cache-control')).toBe('no-store, no-transform');
  expect(headers.get('x-accel-buffering')).toBe('no');
});

it('shows every 15 seconds that it is alive', async () => {
  const seen = follow();
  await vi.waitFor(() => expect(kindsIn(seen.text)).toEqual(['snapshot']));
  vi.advanceTimersByTime(15_000);
  await vi.waitFor(() => expect(seen.text).toMatch(/^: still here$/m));
});

it('queues nothing for a reader who does not read, and brings it up to date when it does', async () => {
  const { reader } = connect();
  await feed.refresh();
  for (let count = 1; count <= 500; count += 1) await change({ count });
  let text = '';
  while (!text.includes('"count":500') && !text.includes('"/count","value":500')) {
    text += new TextDecoder().decode((await reader.read()).value);
  }
  // One snapshot from before, and one that spares it the 500 changes.
  expect(kindsIn(text)).toEqual(['snapshot', 'snapshot']);
});

it('gives up a reader who takes nothing for a minute', async () => {
  const { reader } = connect();
  await feed.refresh();
  await change({ count: 1 });
  expect(subscribed).toBe(1);
  vi.advanceTimersByTime(60_000);
  expect(subscribed).toBe(0);
  await expect(reader.read().then(() => reader.read())).rejects.toThrow('takes nothing');
});

it('lets go of everything when the reader leaves', async () => {
  const { reader } = connect();
  expect(subscribed).toBe(1);
  await reader.cancel();
  expect(subscribed).toBe(0);
  expect(vi.getTimerCount()).toBe(0);
});

it('lets go of everything when the request is aborted', () => {
  connect();
  leaving.abort();
  expect(subscribed).toBe(0);
  expect(vi.getTimerCount()).toBe(0);
});

it('ends when the server does', async () => {
  const seen = follow();
  feed.end();
  await vi.waitFor(() => expect(seen.isOver).toBe(true));
  expect(vi.getTimerCount()).toBe(0);
});
