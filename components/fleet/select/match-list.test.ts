import { describe, expect, it } from 'vitest';
import { fleetRow } from '../fixtures';
import { candidatesOf, indexNames, matchList } from './match-list';

const rows = [
  fleetRow({ recoveryInstanceID: 'i-0a41f7c2d9e8b3a16', hostname: 'erp-db-01', ips: ['10.0.0.1'] }),
  fleetRow({
    recoveryInstanceID: 'i-0b',
    hostname: 'web-01',
    fqdn: 'web-01.north.example',
    ips: ['10.0.0.2'],
    target: 'north',
  }),
  fleetRow({
    recoveryInstanceID: 'i-0c',
    hostname: 'web-01',
    fqdn: 'web-01.south.example',
    ips: ['10.0.0.3'],
    target: 'south',
  }),
];
const idsIn = (text: string) =>
  matchList(text, indexNames(rows)).found.map(({ recoveryInstanceID }) => recoveryInstanceID);

describe('a pasted list', () => {
  it('names servers by id, hostname, full name or address, in any case', () => {
    expect(idsIn('I-0A41F7C2D9E8B3A16\nWEB-01.north.example, 10.0.0.3;"erp-db-01"')).toEqual([
      'i-0a41f7c2d9e8b3a16',
      'i-0b',
      'i-0c',
    ]);
  });

  it('says what was not found, each once, and guesses nothing', () => {
    const { found, notFound } = matchList(
      'erp-db\nmars-01\nmars-01\n<img src=x>',
      indexNames(rows),
    );
    expect(found).toEqual([]);
    expect(notFound).toEqual(['erp-db', 'mars-01', '<img', 'src=x>']);
  });

  it('chooses none of several servers with one name', () => {
    const { found, ambiguous } = matchList('web-01', indexNames(rows));
    expect(found).toEqual([]);
    expect(ambiguous.map(candidatesOf)).toEqual(['web-01: i-0b in north, i-0c in south']);
  });

  it('names some of the many servers with one name, and says how many more', () => {
    const many = Array.from({ length: 12 }, (_, index) =>
      fleetRow({ recoveryInstanceID: `i-${index}`, hostname: 'localhost' }),
    );
    const [localhost] = matchList('localhost', indexNames(many)).ambiguous;
    expect(localhost && candidatesOf(localhost)).toMatch(/i-9 in production and 2 more$/);
  });

  it('reads 50,000 lines of rubbish against 10,000 servers at once', () => {
    const fleet = Array.from({ length: 10_000 }, (_, index) =>
      fleetRow({ recoveryInstanceID: `i-${index}`, hostname: `web-${index}`, fqdn: '', ips: [] }),
    );
    const rubbish = Array.from({ length: 50_000 }, (_, index) => `\u202E💥${index} = 'x'`);
    const { found, notFound } = matchList([...rubbish, 'web-77'].join('\n'), indexNames(fleet));
    expect(found).toHaveLength(1);
    expect(notFound).toHaveLength(50_002);
  });
});
