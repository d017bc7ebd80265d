import { describe, expect, it } from 'vitest';
import type { FleetRow } from '@/lib/contract/fleet';
import { fleetRow, problem } from '../fixtures';
import { fleetAsCSV } from './csv';

const asOf = '2026-11-28T04:00:00Z';

const csv = (row: FleetRow, columns: string[], failed = false) =>
  fleetAsCSV({
    rows: [row],
    columns,
    targets: [{ name: 'production', asOf, problem: failed ? problem() : null }],
    exportedAt: new Date('2026-11-28T04:00:09Z'),
  });

/** The cell of the name, with its quotes. */
const nameCell = (hostname: string) => {
  const [, , name = ''] = csv(fleetRow({ hostname }), ['name']).split(/"","|\r\n(?="i-)|"\r\n$/);
  return `"${name}"`;
};

describe('the fleet as CSV', () => {
  it('gives the columns shown, after the id, the target and its age', () => {
    const row = fleetRow({ lagSeconds: 1560, tags: { wave: '2' }, unseenSeconds: null });
    expect(csv(row, ['name', 'lag', 'seen', 'state', 'tag:wave'])).toBe(
      '\uFEFF"Recovery instance","Target","As of","Target problem","Server","Lag (seconds)",' +
        '"Seen (seconds before as of)","Launch state","wave"\r\n' +
        `"i-0a41f7c2d9e8b3a16","production","${asOf}","","erp-db-01","1560",` +
        '"","FAILBACK_READY_FOR_LAUNCH","2"\r\n',
    );
  });

  it('says of each row why its target could not be read again', () => {
    expect(csv(fleetRow(), ['name'], true)).toContain(`"${asOf}","DRS is throttling","erp-db-01"`);
  });

  it.each(['=1+2', '+1', '-1', '@SUM(A1)', '\tx', '\rx', '\nx', ' =1', '\n=1', '\u00A0+1'])(
    'lets no spreadsheet run a cell that begins as %j does',
    (hostname) => {
      expect(nameCell(hostname)).toMatch(/^"'/);
    },
  );

  it.each(['＝1', '＋1', '－1', '＠SUM(A1)', '\u3000=1', '\u200B=1'])(
    'nor one in other widths, such as %j',
    (hostname) => {
      expect(nameCell(hostname)).toMatch(/^"'/);
    },
  );

  it('leaves a figure below zero as it is', () => {
    const overdue = csv(fleetRow({ etaSeconds: -30 }), ['eta']);
    expect(overdue.trimEnd()).toMatch(/"-30"$/);
  });

  it('lets no semicolon or new line begin a cell that would be run', () => {
    expect(nameCell('x;=cmd()')).toBe(`"x;'=cmd()"`);
    expect(nameCell('x\n@SUM(A1)')).toBe(`"x\n'@SUM(A1)"`);
    expect(nameCell('wave=2; owner=erp')).toBe('"wave=2; owner=erp"');
  });

  it('quotes what would end a cell', () => {
    expect(csv(fleetRow({ hostname: 'a "b", c\nd' }), ['name'])).toContain('"a ""b"", c\nd"');
  });
});
