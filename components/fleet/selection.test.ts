import { describe, expect, it } from 'vitest';
import { changedIDs } from './changed-ids';
import { fleetRow } from './fixtures';
import { byTarget, inverted, withRange, withServers, within, withoutTarget } from './selection';
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

  it('is kept to what is shown', () => {
    expect(within(selectionOf('hidden', 'b', 'gone'), shown)).toEqual(selectionOf('b'));
  });

  it('keeps what each target has apart, for a launch belongs to one', () => {
    const servers = [server('a'), server('b', 'branch'), server('c')];
    const selected = withServers(new Map(), servers, true);
    expect([...byTarget(selected)]).toEqual([
      ['production', ['a', 'c']],
      ['branch', ['b']],
    ]);
    expect([...withoutTarget(selected, 'production').keys()]).toEqual(['b']);
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
  const all = { rows, shown: rows, unread: 0 };

  it('says how many can be launched and why the rest cannot', () => {
    const summary = summarise(all, selectionOf('a', 'b', 'c', 'gone'));
    expect(summary).toMatchObject({ ready: 1, caution: 1, targets: 1 });
    expect(summary.sentence).toBe(
      '1 can be launched · 1 with caution · 1 cannot (came from AWS 1) · 1 server no longer listed by DRS',
    );
  });

  it('says how many of them are not shown', () => {
    const filtered = { ...all, shown: rows.slice(0, 1) };
    const summary = summarise(filtered, selectionOf('a', 'b', 'd', 'gone'));
    expect(summary).toMatchObject({ unseen: 3, notice: '2 of them not shown' });
    expect(summarise(filtered, selectionOf('a'))).toMatchObject({ unseen: 0, notice: '' });
  });

  it('takes nothing for gone whose target was not read', () => {
    const summary = summarise({ ...all, unread: 1 }, selectionOf('a', 'unknown'));
    expect(summary.sentence).toBe('1 can be launched · 1 server not read yet');
  });

  it('says that each target is a launch of its own', () => {
    expect(summarise(all, selectionOf('a', 'd')).sentence).toBe(
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
