import { describe, expect, it } from 'vitest';
import type { FleetRow } from '@/lib/contract/fleet';
import { encodeFleet } from '@/lib/fleet-codec/columns';
import { toFleetRow } from './row';
import { rowReader } from './row-reader';

const row = (id: string, change: Partial<FleetRow> = {}): FleetRow => ({
  ...toFleetRow(
    'production',
    { recoveryInstanceID: id, tags: { wave: '2' } },
    {
      readiness: {
        verdict: 'ready',
        reasons: [{ rule: 'ready', verdict: 'ready', sentence: 'Up to date.' }],
      },
      asOf: new Date(0),
    },
  ),
  ips: ['10.0.0.1'],
  ...change,
});

describe('reading the rows', () => {
  const reader = () => {
    const read = rowReader('production');
    const columns = encodeFleet([row('i-1'), row('i-2')]);
    return { read, columns, before: read(columns) };
  };

  it('gives the same rows for the same columns, or for none', () => {
    const { read, columns, before } = reader();
    expect(read(columns)).toBe(before);
    expect(read(null)).toBe(before);
  });

  it('keeps the row of a server of which nothing new is said', () => {
    const { read, before } = reader();
    const rows = read(encodeFleet([row('i-2'), row('i-1', { lagSeconds: 9 })]));
    expect(rows[0]).toBe(before[1]);
    expect(rows[1]).not.toBe(before[0]);
    expect(rows[1]?.lagSeconds).toBe(9);
  });

  it.each([{ tags: { wave: '3' } }, { tags: {} }, { ips: ['10.0.0.1', '10.0.0.2'] }])(
    'takes a row with other %j',
    (change) => {
      const { read, before } = reader();
      const rows = read(encodeFleet([row('i-1', change)]));
      expect(rows[0]).toMatchObject(change);
      expect(rows[0]).not.toBe(before[0]);
    },
  );
});
