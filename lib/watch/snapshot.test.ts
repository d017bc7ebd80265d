import { describe, expect, it } from 'vitest';
import { describeProblem } from '@/lib/contract/problem-error';
import { Snapshot } from './snapshot';

function watched(maxAge = 5_000) {
  let now = Date.parse('2026-11-24T10:00:00Z');
  const upstream = { reads: 0, failure: undefined as Error | undefined, gate: Promise.resolve() };
  const snapshot = new Snapshot({
    maxAge,
    patience: 0,
    clock: { now: () => new Date(now) },
    toProblem: (thrown) =>
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
    pass(1);
    const fresh = snapshot.fresh(0);
    open();
    expect((await early).value).toBe(1);
    expect((await fresh).value).toBe(2);
  });

  it('reads anew after a change, and shows the true age meanwhile', async () => {
    const { snapshot, upstream } = watched();
    const { asOf } = await snapshot.latest();
    snapshot.expire();
    expect(snapshot.last()?.asOf).toEqual(asOf);
    await snapshot.fresh(0);
    expect(upstream.reads).toBeGreaterThanOrEqual(1);
  });
});
