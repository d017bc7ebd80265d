import { describe, expect, it } from 'vitest';
import { changedIDs } from './changed-ids';
import { fleetRow } from './fixtures';
import { byTarget, inverted, withRange, withServers } from './selection';
import { summarise } from './selection-summary';

const server = (id: string, target = 'production') => ({ recoveryInstanceID: id, target });
const shown = ['a', 'b', 'c', 'd'].map((id) => server(id));
const selectionOf = (...ids: string[]) => new Map(ids.map((id) => [id, 'production']));

describe('a selection', () => {
  it('takes one row, or all between two', () => {
    const one = withRange(new Map(), shown, { server: server('b'), from: undefined, select: true });
    expect(one).toEqual(selectionOf('b'));
    expect(withRange(one, shown, { server: server('d'), from: 'b', select: true })).toEqual(
      selectionOf('b', 'c', 'd'),
    );
    const all = selectionOf('a', 'b', 'c', 'd');
    expect(withRange(all, shown, { server: server('a'), from: 'c', select: false })).toEqual(
      selectionOf('d'),
    );
  });

  it('takes one row when the other end is out of sight', () => {
    expect(withRange(new Map(), shown, { server: server('a'), from: 'z', select: true })).toEqual(
      selectionOf('a'),
    );
  });

  it('is inverted among the servers shown, and keeps the rest', () => {
    expect(inverted(selectionOf('b', 'elsewhere'), shown)).toEqual(
      selectionOf('elsewhere', 'a', 'c', 'd'),
    );
  });

  it('keeps what each target has apart, for a launch belongs to one', () => {
    const servers = [server('a'), server('b', 'branch'), server('c')];
    const selected = withServers(new Map(), servers, true);
    expect([...byTarget(selected)]).toEqual([
      ['production', ['a', 'c']],
      ['branch', ['b']],
    ]);
    expect(byTarget(withServers(selected, servers, false)).size).toBe(0);
  });
});

describe('the summary of a selection', () => {
  const rows = [
    fleetRow({ recoveryInstanceID: 'a' }),
    fleetRow({ recoveryInstanceID: 'b', verdict: 'caution', rule: 'lag' }),
    fleetRow({ recoveryInstanceID: 'c', verdict: 'blocked', rule: 'origin' }),
    fleetRow({ recoveryInstanceID: 'd', target: 'branch' }),
  ];

  it('says how many can be launched and why the rest cannot', () => {
    const summary = summarise(rows, selectionOf('a', 'b', 'c', 'gone'));
    expect(summary).toMatchObject({ ready: 1, caution: 1, targets: 1 });
    expect(summary.sentence).toBe(
      '1 can be launched · 1 with caution · 1 cannot (came from AWS 1) · 1 server no longer listed by DRS',
    );
  });

  it('says that each target is a launch of its own', () => {
    expect(summarise(rows, selectionOf('a', 'd')).sentence).toBe(
      '2 can be launched · 2 launches, one for each target',
    );
  });
});

describe('a changed row', () => {
  const before = [fleetRow({ recoveryInstanceID: 'a' }), fleetRow({ recoveryInstanceID: 'b' })];

  it('is one whose verdict or state turned, not one whose figures moved or that is new', () => {
    const after = [
      fleetRow({ recoveryInstanceID: 'a', verdict: 'blocked' }),
      fleetRow({ recoveryInstanceID: 'b', lagSeconds: 9 }),
      fleetRow({ recoveryInstanceID: 'c' }),
    ];
    expect([...changedIDs(before, after)]).toEqual(['a']);
  });
});
