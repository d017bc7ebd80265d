import { describe, expect, it } from 'vitest';
import { fleetRow } from '../fixtures';
import { countTagKeys, countValues } from './count-values';
import { facetOf, tagFacet } from './facets';
import { absentValues, filterRows, filterRowsBut } from './filter-rows';
import { type FleetView, USUAL_SORT, sortBy, toggleValue } from './fleet-view';
import { groupRows } from './group-rows';
import { isInOrder, sortRows, withNewRows } from './sort-rows';
import { countVerdicts } from './verdicts';

const rows = [
  fleetRow({ recoveryInstanceID: 'i-1', hostname: 'web-10', lagSeconds: 3, tags: { wave: '2' } }),
  fleetRow({
    recoveryInstanceID: 'i-2',
    hostname: 'web-9',
    lagSeconds: 900,
    verdict: 'caution',
    tags: { wave: '1', owner: '' },
  }),
  fleetRow({
    recoveryInstanceID: 'i-3',
    hostname: 'db-1',
    lagSeconds: null,
    verdict: 'blocked',
    originEnvironment: 'AWS',
  }),
];
const usual = { search: '', filters: new Map(), sort: USUAL_SORT };
const idsOf = (shown: typeof rows | readonly (typeof rows)[number][]) =>
  shown.map(({ recoveryInstanceID }) => recoveryInstanceID);
const filtered = (change: Partial<FleetView>) => idsOf(filterRows(rows, { ...usual, ...change }));
const filters = (entries: Record<string, string[]>) => new Map(Object.entries(entries));

describe('a filter', () => {
  it('finds every word anywhere: name, id, address, tag', () => {
    expect(filtered({ search: ' WEB wave=2 ' })).toEqual(['i-1']);
    expect(filtered({ search: '10.20.0.4' })).toHaveLength(3);
    expect(filtered({ search: 'nowhere' })).toEqual([]);
  });

  it('takes any value of one facet and something of every facet', () => {
    const either = filters({ readiness: ['ready', 'caution'] });
    expect(filtered({ filters: either })).toEqual(['i-1', 'i-2']);
    expect(filtered({ filters: filters({ readiness: ['ready'], 'tag:wave': ['1'] }) })).toEqual([]);
    expect(filtered({ filters: filters({ 'tag:owner': [''] }) })).toEqual(['i-2']);
  });

  it('counts a facet among what matches the others', () => {
    const wanted = { search: 'web', filters: filters({ readiness: ['ready'] }) };
    expect(countVerdicts(filterRowsBut(rows, wanted, 'readiness'))).toMatchObject({
      ready: 1,
      caution: 1,
      blocked: 0,
    });
  });

  it('tells values that no server has', () => {
    const absent = absentValues(rows, {
      search: '',
      filters: filters({ origin: ['AWS', 'MARS'] }),
    });
    expect(absent.map(({ facet, value }) => [facet.key, value])).toEqual([['origin', 'MARS']]);
  });

  it('is switched value by value', () => {
    const one = toggleValue(new Map(), 'origin', 'AWS');
    expect(toggleValue(one, 'origin', 'ON_PREMISES').get('origin')).toEqual(['AWS', 'ON_PREMISES']);
    expect(toggleValue(one, 'origin', 'AWS').size).toBe(0);
  });
});

describe('the facets', () => {
  it('count values and tag keys, the most frequent first', () => {
    expect(countValues(rows, tagFacet('wave'))).toEqual([
      ['1', 1],
      ['2', 1],
    ]);
    expect(countTagKeys(rows)).toEqual([
      ['wave', 2],
      ['owner', 1],
    ]);
  });

  it('take no tag for what every object has', () => {
    expect(tagFacet('constructor').valueOf(rows[0] ?? fleetRow())).toBeUndefined();
    expect(facetOf('constructor')).toBeUndefined();
  });
});

describe('the order', () => {
  it('of names is as people count', () => {
    expect(idsOf(sortRows(rows, USUAL_SORT))).toEqual(['i-3', 'i-2', 'i-1']);
  });

  it('puts what is unknown last in either direction', () => {
    const byLag = (descending: boolean) => idsOf(sortRows(rows, [{ key: 'lag', descending }]));
    expect(byLag(true)).toEqual(['i-2', 'i-1', 'i-3']);
    expect(byLag(false)).toEqual(['i-1', 'i-2', 'i-3']);
  });

  it('weighs several columns, the first most', () => {
    const sort = [
      { key: 'origin', descending: false },
      { key: 'lag', descending: true },
    ];
    expect(idsOf(sortRows(rows, sort))).toEqual(['i-3', 'i-2', 'i-1']);
  });

  it('of the same value is by name and id, whichever way the column goes', () => {
    const twins = ['i-b', 'i-a', 'i-c'].map((recoveryInstanceID) =>
      fleetRow({ recoveryInstanceID, hostname: recoveryInstanceID === 'i-c' ? 'DB-1' : 'web-1' }),
    );
    for (const descending of [false, true]) {
      expect(idsOf(sortRows(twins, [{ key: 'lag', descending }]))).toEqual(['i-c', 'i-a', 'i-b']);
    }
    expect(idsOf(sortRows(twins, [{ key: 'name', descending: true }]))).toEqual([
      'i-a',
      'i-b',
      'i-c',
    ]);
  });

  it('loses no server, even if two targets list the same', () => {
    const twice = [...rows, ...rows.map((row) => ({ ...row, target: 'branch' }))];
    expect(sortRows(twice, USUAL_SORT, rows)).toHaveLength(6);
  });

  it('stays while figures move, takes new servers in, and says when it is no longer true', () => {
    const sort = [{ key: 'lag', descending: true }];
    const later = [
      ...rows.map((row) =>
        row.recoveryInstanceID === 'i-1' ? { ...row, lagSeconds: 5_000 } : row,
      ),
      fleetRow({ recoveryInstanceID: 'i-4', lagSeconds: 100 }),
    ];
    const shown = sortRows(later, sort, rows);
    expect(idsOf(shown)).toEqual(['i-2', 'i-4', 'i-1', 'i-3']);
    expect(isInOrder(shown, sort)).toBe(false);
    expect(isInOrder(sortRows(later, sort), sort)).toBe(true);
  });

  it('stays also for servers that came later, such as those of another target', () => {
    const sort = [{ key: 'lag', descending: true }];
    const other = [rows[0], rows[1]].map((row) => fleetRow({ ...row, target: 'branch' }));
    const [one, two] = other.map((row, place) => ({ ...row, recoveryInstanceID: `i-b${place}` }));
    const both = [...rows, ...(one && two ? [one, two] : [])];
    const basis = withNewRows(rows, both);
    const later = both.map((row) => (row === one ? { ...row, lagSeconds: 5_000 } : row));
    expect(idsOf(sortRows(later, sort, basis))).toEqual(idsOf(sortRows(both, sort)));
    expect(isInOrder(sortRows(later, sort, basis), sort)).toBe(false);
    expect(withNewRows(basis, later)).toBe(basis);
    expect(basis).toBe(both);
    const known = rows.map((row) => ({ ...row }));
    expect(withNewRows(known, both).slice(0, rows.length)).toEqual(known);
    expect(withNewRows(known, both)).toHaveLength(both.length);
    expect(withNewRows([], rows)).toBe(rows);
  });

  it('turns when its column is asked for again, and takes further columns', () => {
    const once = sortBy(USUAL_SORT, 'lag', { isFurther: false });
    expect(once).toEqual([{ key: 'lag', descending: false }]);
    expect(sortBy(once, 'lag', { isFurther: false })).toEqual([{ key: 'lag', descending: true }]);
    const two = sortBy(once, 'name', { isFurther: true });
    expect(two.map(({ key }) => key)).toEqual(['lag', 'name']);
    const turned = sortBy(two, 'name', { isFurther: true });
    expect(turned[1]).toEqual({ key: 'name', descending: true });
    expect(sortBy(turned, 'name', { isFurther: true })).toEqual(once);
    expect(sortBy([{ key: 'lag', descending: true }], 'lag', { isFurther: true })).toBe(USUAL_SORT);
  });
});

describe('groups', () => {
  it('follow the value as people count, and end with the servers that have none', () => {
    const groups = groupRows(rows, tagFacet('wave'));
    expect(groups.map(({ value, rows: members }) => [value, idsOf(members)])).toEqual([
      ['1', ['i-2']],
      ['2', ['i-1']],
      [undefined, ['i-3']],
    ]);
  });
});
