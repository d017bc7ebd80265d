import { describe, expect, it, vi } from 'vitest';
import { ProblemError, describeProblem, problemIn } from '@/lib/contract/problem-error';
import { type Timestamped, Snapshot } from './snapshot';

interface Given {
  maxAge?: number;
  sparing?: boolean;
  kept?: Timestamped<number>;
}

const THROTTLED = describeProblem({
  status: 429,
  code: 'drs-throttling',
  title: 'DRS is throttling',
  detail: 'Rate exceeded',
});

function watched({ maxAge = 5_000, sparing = false, kept }: Given = {}) {
  let now = Date.parse('2026-11-24T10:00:00Z');
  const upstream = { reads: 0, failure: undefined as Error | undefined, gate: Promise.resolve() };
  const snapshot = new Snapshot({
    maxAge: () => maxAge,
    interval: () => maxAge,
    sparing,
    restore: async () => kept,
    longestWait: 0,
    clock: { now: () => new Date(now) },
    toProblem: (thrown) =>
      problemIn(thrown) ??
      describeProblem({
        status: 502,
        code: 'drs-unreachable',
        title: 'DRS cannot be reached',
        detail: String(thrown),
      }),
    read: async () => {
      upstream.reads += 1;
      await upstream.gate;
      if (upstream.failure) throw upstream.failure;
      return upstream.reads;
    },
  });
  return { snapshot, upstream, pass: (milliseconds: number) => (now += milliseconds) };
}

describe('a snapshot', () => {
  it('asks once for everybody', async () => {
    const { snapshot, upstream } = watched();
    const readings = await Promise.all(Array.from({ length: 50 }, () => snapshot.latest()));
    expect(upstream.reads).toBe(1);
    expect(readings.every(({ value }) => value === 1)).toBe(true);
  });

  it('asks again when the reading is too old, and counts', async () => {
    const { snapshot, upstream, pass } = watched();
    await snapshot.latest();
    pass(4_999);
    await snapshot.latest();
    expect(upstream.reads).toBe(1);
    expect((await snapshot.fresh(0)).sequence).toBe(2);
  });

  it('keeps the last good value with its age and says what went wrong', async () => {
    const { snapshot, upstream, pass } = watched();
    const { asOf } = await snapshot.latest();
    upstream.failure = new Error('reset');
    pass(10_000);
    await expect(snapshot.fresh(0)).rejects.toThrow('reset');
    expect(await snapshot.latest()).toMatchObject({
      value: 1,
      asOf,
      problem: { code: 'drs-unreachable' },
    });
  });

  it('throws the problem while nothing good was ever read', async () => {
    const { snapshot, upstream } = watched();
    upstream.failure = new Error('refused');
    await expect(snapshot.latest()).rejects.toMatchObject({ problem: { status: 502 } });
  });

  it('waits longer after each failure and recovers by itself', async () => {
    const { snapshot, upstream, pass } = watched();
    upstream.failure = new Error('refused');
    await snapshot.latest().catch(() => undefined);
    await snapshot.latest().catch(() => undefined);
    expect(upstream.reads).toBe(1);
    pass(1_000);
    upstream.failure = undefined;
    expect(await snapshot.latest()).toMatchObject({ value: 2, problem: null });
  });

  it('does not take a read that began earlier for a fresh one', async () => {
    const { snapshot, upstream, pass } = watched();
    let open = () => {};
    upstream.gate = new Promise((resolve) => (open = resolve));
    const early = snapshot.latest();
    await vi.waitFor(() => expect(upstream.reads).toBe(1));
    pass(1);
    const fresh = snapshot.fresh(0);
    open();
    expect((await early).value).toBe(1);
    expect((await fresh).value).toBe(2);
  });

  it('reads anew after a change, and shows the true age meanwhile', async () => {
    const { snapshot } = watched();
    const { asOf } = await snapshot.latest();
    snapshot.invalidate();
    expect(snapshot.last()?.asOf).toEqual(asOf);
    expect((await snapshot.latest()).value).toBe(2);
  });

  it('is read anew when the clock was set back, and no more than once', async () => {
    const { snapshot, upstream, pass } = watched();
    await snapshot.fresh(0);
    pass(-3_600_000);
    expect((await snapshot.fresh(2_000)).value).toBe(2);
    let open: () => void = () => undefined;
    upstream.gate = new Promise((resolve) => {
      open = resolve;
    });
    pass(10);
    const fresh = snapshot.fresh(0);
    pass(-3_600_000);
    open();
    expect((await fresh).value).toBe(3);
  });

  it('does not take a reading from later than now for a young one', async () => {
    const { snapshot, pass } = watched();
    await snapshot.latest();
    pass(-60_000);
    expect((await snapshot.latest()).value).toBe(2);
  });

  it('takes one for young that another process has dated a little later than now', async () => {
    const { snapshot, upstream, pass } = watched();
    const { asOf } = await snapshot.latest();
    pass(-2_000);
    expect((await snapshot.latest()).asOf).toEqual(asOf);
    expect(upstream.reads).toBe(1);
  });

  it('pauses no longer after a failure, and is due, when the clock was set back', async () => {
    const { snapshot, upstream, pass } = watched();
    await snapshot.latest();
    pass(10_000);
    upstream.failure = new ProblemError({ ...THROTTLED, retryAfterSeconds: 240 });
    await snapshot.refresh();
    upstream.failure = undefined;
    const now = pass(-120_000);
    expect(snapshot.dueAt(3_000)).toBeLessThanOrEqual(now);
    expect((await snapshot.latest()).problem).toBeNull();
  });

  it('does not take a sparing read for a fresh one', async () => {
    const { snapshot, upstream } = watched({ sparing: true });
    await snapshot.refresh();
    await snapshot.fresh(2_000);
    expect(upstream.reads).toBe(2);
    await snapshot.fresh(2_000);
    expect(upstream.reads).toBe(2);
  });

  it('gives what is at hand to whoever cannot wait, also before anything was ever read', async () => {
    const { snapshot, upstream, pass } = watched();
    let open = () => {};
    upstream.gate = new Promise((resolve) => (open = resolve));
    expect(await snapshot.lastWithin()).toBeUndefined();
    expect(upstream.reads).toBe(1);
    open();
    await vi.waitFor(async () => expect((await snapshot.lastWithin())?.value).toBe(1));
    upstream.failure = new Error('reset');
    pass(10_000);
    await vi.waitFor(async () =>
      expect(await snapshot.lastWithin()).toMatchObject({
        value: 1,
        problem: { code: 'drs-unreachable' },
      }),
    );
  });

  it('leaves a DRS that throttles alone, unless nothing but the present will do', async () => {
    const { snapshot, upstream, pass } = watched();
    await snapshot.fresh(0);
    pass(3_000);
    upstream.failure = new ProblemError({ ...THROTTLED, retryAfterSeconds: 8 });
    await snapshot.refresh();
    pass(3_000);
    const left = { problem: { code: 'drs-throttling', retryAfterSeconds: 5 } };
    await expect(snapshot.fresh(2_000)).rejects.toMatchObject(left);
    expect(upstream.reads).toBe(2);
    expect((await snapshot.fresh(10_000)).value).toBe(1);
    upstream.failure = undefined;
    expect((await snapshot.fresh(0)).value).toBe(3);
  });

  it('tries a DRS that could not be reached again at once for whoever waits', async () => {
    const { snapshot, upstream } = watched();
    upstream.failure = new Error('refused');
    await snapshot.refresh();
    upstream.failure = undefined;
    expect((await snapshot.fresh(2_000)).value).toBe(2);
  });

  it('says when it is read again: after the interval, or when DRS allows', async () => {
    const { snapshot, upstream, pass } = watched();
    await snapshot.latest();
    const first = Date.parse('2026-11-24T10:00:00Z');
    expect(snapshot.dueAt(3_000)).toBe(first + 3_000);
    pass(3_000);
    upstream.failure = new ProblemError({ ...THROTTLED, retryAfterSeconds: 8 });
    await snapshot.refresh();
    expect(snapshot.dueAt(3_000)).toBe(first + 11_000);
    expect(snapshot.last()?.retryAt).toEqual(new Date(first + 11_000));
    snapshot.invalidate();
    expect(snapshot.dueAt(3_000)).toBeLessThanOrEqual(first + 3_000);
  });

  it('is read again in five minutes at the latest, however long DRS asks to be left alone', async () => {
    const { snapshot, upstream } = watched();
    upstream.failure = new ProblemError({ ...THROTTLED, retryAfterSeconds: 86_400 });
    await snapshot.refresh();
    expect(snapshot.dueAt(3_000)).toBe(Date.parse('2026-11-24T10:05:00Z'));
  });

  it('starts with what an earlier process read, at its true age', async () => {
    const kept = { value: 41, asOf: new Date('2026-11-24T09:50:00Z') };
    const { snapshot, upstream } = watched({ kept });
    upstream.failure = new Error('refused');
    expect(await snapshot.latest()).toMatchObject({
      ...kept,
      problem: { code: 'drs-unreachable' },
    });
  });

  it('takes the newer reading of another process, and what has gone wrong there', async () => {
    const { snapshot, pass } = watched();
    const { asOf } = await snapshot.latest();
    pass(3_000);
    const newer = { value: 41, asOf: new Date(+asOf + 2_000) };
    snapshot.applyShared({ problem: null, retryAt: null }, newer);
    expect(snapshot.last()).toMatchObject({ ...newer, sequence: 2, problem: null });
    const retryAt = new Date(+asOf + 9_000);
    snapshot.applyShared({ problem: THROTTLED, retryAt });
    expect(snapshot.last()).toMatchObject({ ...newer, sequence: 2, problem: THROTTLED, retryAt });
  });

  it('leaves an older reading of another process for as long as clocks may differ', async () => {
    const { snapshot, pass } = watched();
    const { asOf } = await snapshot.latest();
    const older = new Date(+asOf - 1);
    expect(snapshot.isNewer(older)).toBe(false);
    expect(snapshot.isNewer(asOf)).toBe(true);
    pass(10_000);
    expect(snapshot.isNewer(older)).toBe(true);
  });

  it('does not take the reading of another process for a fresh one', async () => {
    const { snapshot, upstream } = watched();
    const { asOf } = await snapshot.fresh(0);
    const newer = { value: 41, asOf: new Date(+asOf + 1) };
    snapshot.applyShared({ problem: null, retryAt: null }, newer);
    expect((await snapshot.fresh(60_000)).value).toBe(2);
    expect(upstream.reads).toBe(2);
  });

  it('asks the process that reads, and reads only what nobody has ever read', async () => {
    const reads = vi.fn<() => Promise<number>>(async () => 1);
    const looks = vi.fn<() => void>();
    const snapshot = new Snapshot({
      read: reads,
      ask: async () => looks(),
      clock: { now: () => new Date('2026-11-24T10:00:00Z') },
      interval: () => 0,
      maxAge: () => 0,
      toProblem: () => THROTTLED,
    });
    expect((await snapshot.latest()).value).toBe(1);
    expect(looks).toHaveBeenCalled();
    await snapshot.latest();
    expect(reads).toHaveBeenCalledTimes(1);
  });
});
