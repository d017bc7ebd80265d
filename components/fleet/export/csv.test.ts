import { describe, expect, it } from 'vitest';
import { fleetRow } from '../fixtures';
import { rowsAsCSV } from './csv';

describe('the fleet as CSV', () => {
  it('gives the columns shown, after the id and the target', () => {
    const row = fleetRow({ lagSeconds: 1560, tags: { wave: '2' }, unseenSeconds: null });
    expect(rowsAsCSV([row], ['name', 'lag', 'seen', 'state', 'tag:wave'])).toBe(
      'Recovery instance,Target,Server,Lag (seconds),Seen (seconds ago),Launch state,wave\r\n' +
        'i-0a41f7c2d9e8b3a16,production,erp-db-01,1560,,FAILBACK_READY_FOR_LAUNCH,2\r\n',
    );
  });

  it.each(['=1+2', '+1', '-1', '@SUM(A1)', '\tx', '\rx'])(
    'lets no spreadsheet run a cell that begins as %j does',
    (hostname) => {
      const [, line = ''] = rowsAsCSV([fleetRow({ hostname })], ['name']).split('\r\n');
      const cell = line.split(',')[2] ?? '';
      expect(cell.replace(/^"/, '').startsWith("'")).toBe(true);
    },
  );

  it('quotes what would end a cell', () => {
    const row = fleetRow({ hostname: 'a "b", c\nd' });
    expect(rowsAsCSV([row], ['name'])).toContain('"a ""b"", c\nd"');
  });
});
