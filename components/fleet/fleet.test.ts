import { describe, expect, it } from 'vitest';
import type { FleetRow } from './fleet-row';
import { applyView, countVerdicts, formatView, parseView } from './fleet-view';
import { byTarget, withRange, withServers } from './selection';
import { summarise } from './selection-summary';

const row = (change: Partial<FleetRow>): FleetRow => ({
  id: 'i-1',
  target: 'production',
  name: 'erp-db-01',
  verdict: 'ready',
  rule: 'ready',
  sentence: '',
  launchState: 'FAILBACK_READY_FOR_LAUNCH',
  replication: 'CONTINUOUS',
  origin: 'ON_PREMISES',
  lag: 0,
  backlog: 0,
  seen: 0,
  isDrill: false,
  words: '',
  ...change,
});

const rows = [
  row({ id: 'i-1', name: 'web-10', lag: 3, words: 'web-10 10.0.0.4 wave=2' }),
  row({
    id: 'i-2',
    name: 'web-9',
    lag: 900,
    verdict: 'caution',
    rule: 'lag',
    words: 'web-9 wave=1',
  }),
  row({
    id: 'i-3',
    name: 'db-1',
    lag: undefined,
    verdict: 'blocked',
    rule: 'origin',
    words: 'db-1',
  }),
];
const usual = parseView(new URLSearchParams());
const idsOf = (shown: FleetRow[]) => shown.map(({ id }) => id);

describe('the view of the fleet', () => {
  it('sorts names as people count', () => {
    expect(idsOf(applyView(rows, usual))).toEqual(['i-3', 'i-2', 'i-1']);
  });

  it('finds every word anywhere', () => {
    expect(idsOf(applyView(rows, { ...usual, search: ' WEB wave=2 ' }))).toEqual(['i-1']);
    expect(applyView(rows, { ...usual, search: 'nowhere' })).toEqual([]);
  });

  it('filters by readiness and sorts by lag, unknown last', () => {
    expect(idsOf(applyView(rows, { ...usual, verdict: 'caution' }))).toEqual(['i-2']);
    const byLag = applyView(rows, { ...usual, sort: 'lag', descending: true });
    expect(idsOf(byLag)).toEqual(['i-2', 'i-1', 'i-3']);
  });

  it('is repeated by its address', () => {
    const view = {
      ...usual,
      search: 'a b',
      verdict: 'ready',
      sort: 'lag',
      descending: true,
    } as const;
    expect(parseView(new URLSearchParams(formatView(view)))).toEqual(view);
    expect(formatView(usual)).toBe('');
    expect(parseView(new URLSearchParams('sort=nothing&readiness=maybe'))).toEqual(usual);
  });

  it('counts by readiness', () => {
    expect(countVerdicts(rows)).toEqual({ ready: 1, caution: 1, blocked: 1, running: 0, done: 0 });
  });
});

describe('a selection', () => {
  const shown = ['a', 'b', 'c', 'd'].map((recoveryInstanceID) => ({
    recoveryInstanceID,
    target: 'production',
  }));
  const server = (id: string) => ({ recoveryInstanceID: id, target: 'production' });
  const selectionOf = (ids: string[]) => new Map(ids.map((id) => [id, 'production']));

  it('takes one row, or all between two', () => {
    const one = withRange(new Map(), shown, { server: server('b'), from: undefined, select: true });
    expect(one).toEqual(selectionOf(['b']));
    expect(withRange(one, shown, { server: server('d'), from: 'b', select: true })).toEqual(
      selectionOf(['b', 'c', 'd']),
    );
    const all = selectionOf(['a', 'b', 'c', 'd']);
    expect(withRange(all, shown, { server: server('a'), from: 'c', select: false })).toEqual(
      selectionOf(['d']),
    );
  });

  it('takes one row when the other end is out of sight', () => {
    expect(withRange(new Map(), shown, { server: server('a'), from: 'z', select: true })).toEqual(
      selectionOf(['a']),
    );
  });

  it('keeps what each target has apart, for a launch belongs to one', () => {
    const servers = [
      { recoveryInstanceID: 'a', target: 'production' },
      { recoveryInstanceID: 'b', target: 'branch' },
      { recoveryInstanceID: 'c', target: 'production' },
    ];
    const selected = withServers(new Map(), servers, true);
    expect([...byTarget(selected)]).toEqual([
      ['production', ['a', 'c']],
      ['branch', ['b']],
    ]);
    expect(byTarget(withServers(selected, servers, false)).size).toBe(0);
  });

  it('says how many can be launched and why the rest cannot', () => {
    const summary = summarise(rows, selectionOf(['i-1', 'i-2', 'i-3', 'i-gone']));
    expect(summary).toMatchObject({ selected: 4, ready: 1, caution: 1 });
    expect(summary.sentence).toBe(
      '1 can be launched · 1 with caution · 1 cannot (came from AWS 1) · 1 server no longer listed by DRS',
    );
  });
});
