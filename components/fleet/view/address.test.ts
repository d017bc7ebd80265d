import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatLink, formatView, parseView } from './address';
import { COLUMNS, usualColumns } from './columns';
import { FACETS, tagFacet } from './facets';
import type { FleetView } from './fleet-view';

const usual = usualColumns(1);
const remembered = ['name', 'lag'];
const parse = (query: string, mine?: readonly string[]) =>
  parseView(new URLSearchParams(query), { usual, remembered: mine });
const format = (view: FleetView, mine?: readonly string[]) =>
  formatView(view, { usual, remembered: mine });

const word = fc.string({ unit: 'grapheme', minLength: 1 });
const tag = word.map((key) => tagFacet(key).key);
const column = fc.oneof(fc.constantFrom(...COLUMNS.map(({ key }) => key)), tag);
const facet = fc.oneof(
  fc.constantFrom(...FACETS.map(({ key }) => key).filter((key) => key !== 'readiness')),
  tag,
);
const view: fc.Arbitrary<FleetView> = fc.record({
  search: fc.string(),
  filters: fc
    .uniqueArray(fc.tuple(facet, fc.uniqueArray(fc.string(), { minLength: 1 })), {
      selector: ([key]) => key,
    })
    .map((entries) => new Map(entries)),
  sort: fc.uniqueArray(fc.record({ key: column, descending: fc.boolean() }), {
    selector: ({ key }) => key,
    minLength: 1,
  }),
  columns: fc.uniqueArray(column).map((keys) => ['name', ...keys.filter((key) => key !== 'name')]),
  group: fc.option(facet, { nil: undefined }),
  unknown: fc.array(fc.tuple(fc.stringMatching(/^x/), fc.string())),
});

describe('the address of a view', () => {
  it('repeats any view, whatever is in a tag', () => {
    fc.assert(
      fc.property(view, fc.constantFrom(undefined, remembered), (wanted, mine) => {
        const { view: read, complaints } = parse(format(wanted, mine), mine);
        expect({ ...read, filters: sorted(read.filters) }).toEqual({
          ...wanted,
          filters: sorted(wanted.filters),
        });
        expect(complaints).toHaveLength(new Set(wanted.unknown.map(([key]) => key)).size);
      }),
    );
  });

  it('is empty for the usual view', () => {
    expect(format(parse('').view)).toBe('');
    expect(format(parse('', remembered).view, remembered)).toBe('');
  });

  it('shows remembered columns only where it says nothing at all', () => {
    expect(parse('', remembered).view.columns).toEqual(remembered);
    expect(parse('readiness=ready', remembered).view.columns).toEqual(usual);
    expect(format({ ...parse('').view, columns: usual }, remembered)).toBe(
      `columns=${usual.join('%2C')}`,
    );
  });

  it('opens the same columns in every browser when it is copied', () => {
    for (const { columns } of [parse('').view, parse('', remembered).view]) {
      const link = formatLink({ ...parse('').view, columns });
      expect(parse(link, ['name', 'os']).view.columns).toEqual(columns);
    }
  });

  it('can be written by hand in a runbook', () => {
    const { view: read, complaints } = parse('readiness=ready&origin=ON_PREMISES&tag=wave=2');
    expect(complaints).toEqual([]);
    expect([...read.filters]).toEqual([
      ['readiness', ['ready']],
      ['origin', ['ON_PREMISES']],
      ['tag:wave', ['2']],
    ]);
  });

  it('says what it does not know, and shows nothing rather than everything', () => {
    const { view: read, complaints } = parse(
      'readiness=maybe&color=red&sort=speed,-lag&columns=lag,mood&group=moon',
    );
    expect(complaints.join(' ')).toMatch(/“color”.*“speed”.*“mood”.*“moon”.*“maybe”/);
    expect(read.filters.get('readiness')).toEqual(['maybe']);
    expect(read.sort).toEqual([{ key: 'lag', descending: true }]);
    expect(read.columns).toEqual(['name', 'lag']);
    expect(read.group).toBeUndefined();
  });
});

const sorted = (filters: FleetView['filters']) =>
  Object.fromEntries([...filters].map(([key, values]) => [key, values]));
