import { describe, expect, it } from 'vitest';
import type { RecoveryInstance } from '@/lib/contract/recovery-instance';
import { LagHistory } from './lag-history';

const START = Date.parse('2026-11-24T02:00:00Z');
const HOUR = 3_600_000;
const at = (milliseconds: number) => new Date(START + milliseconds);
const instance = (id: string, lagDuration?: string) =>
  ({ recoveryInstanceID: id, dataReplicationInfo: { lagDuration } }) as RecoveryInstance;

/** Reads the fleet every `step` milliseconds; the lag is the number of minutes since the start. */
function watched(duration: number, step: number) {
  const history = new LagHistory();
  for (let passed = 0; passed <= duration; passed += step) {
    history.record([instance('i-1', `PT${Math.floor(passed / 60_000)}M`)], at(passed));
  }
  return history.of('i-1');
}

describe('the history of lag', () => {
  it('keeps each read of the first minutes', () => {
    const samples = watched(60_000, 5_000);
    expect(samples).toHaveLength(13);
    expect(samples[0]).toEqual({ asOf: '2026-11-24T02:00:00.000Z', lagSeconds: 0 });
    expect(samples.at(-1)).toEqual({ asOf: '2026-11-24T02:01:00.000Z', lagSeconds: 60 });
  });

  it('spans the whole watch with few samples, each at its own moment', () => {
    const samples = watched(4 * HOUR, 5_000);
    expect(samples.length).toBeLessThanOrEqual(96);
    expect(samples.length).toBeGreaterThan(40);
    expect(samples[0]?.asOf).toBe('2026-11-24T02:00:00.000Z');
    const misplaced = samples.filter(
      ({ asOf, lagSeconds }) => lagSeconds !== Math.floor((Date.parse(asOf) - START) / 60_000) * 60,
    );
    expect(misplaced).toEqual([]);
  });

  it('lets the oldest go after eight hours', () => {
    const samples = watched(24 * HOUR, 30_000);
    expect(samples.length).toBeLessThanOrEqual(96);
    expect(Date.parse(samples[0]?.asOf ?? '')).toBeGreaterThanOrEqual(START + 15 * HOUR);
    expect(Date.parse(samples.at(-1)?.asOf ?? '')).toBeGreaterThan(START + 23.9 * HOUR);
  });

  it('says null where DRS gave no lag, and begins with the first lag there was', () => {
    const history = new LagHistory();
    history.record([instance('i-1')], at(0));
    history.record([instance('i-1', 'PT2.5S')], at(5_000));
    history.record([instance('i-1')], at(10_000));
    expect(history.of('i-1').map(({ lagSeconds }) => lagSeconds)).toEqual([2.5, null]);
  });

  it('has nothing to show once every lag that was known has been thinned out', () => {
    const history = new LagHistory();
    history.record([instance('i-1')], at(0));
    history.record([instance('i-1', 'PT2S')], at(5_000));
    for (let read = 2; read < 200; read += 1) history.record([instance('i-1')], at(read * 5_000));
    expect(history.of('i-1')).toEqual([]);
  });

  it('forgets an instance that is not listed any more', () => {
    const history = new LagHistory();
    history.record([instance('i-1', 'P0D'), instance('i-2', 'P0D')], at(0));
    history.record([instance('i-2', 'P0D')], at(5_000));
    expect(history.of('i-1')).toEqual([]);
    expect(history.of('i-2')).toHaveLength(2);
    expect(history.of('i-3')).toEqual([]);
  });
});
