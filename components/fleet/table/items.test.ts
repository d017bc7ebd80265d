import { describe, expect, it } from 'vitest';
import { fleetRow } from '../fixtures';
import { withRange } from '../selection';
import { tagFacet } from '../view/facets';
import { serversOf, toItems } from './items';

const server = (recoveryInstanceID: string, tags: Record<string, string>) =>
  fleetRow({ recoveryInstanceID, tags });

describe('the items of a grouped table', () => {
  it('tell servers with an empty tag from servers without the tag', () => {
    const rows = [server('a', { owner: '' }), server('b', {}), server('c', { owner: 'none' })];
    const items = toItems(rows, tagFacet('owner'));
    const groups = items.filter(({ kind }) => kind === 'group');
    expect(new Set(groups.map(({ key }) => key)).size).toBe(3);
    expect(groups.map((item) => item.kind === 'group' && item.label)).toEqual([
      'Tag owner: (empty)',
      'Tag owner: none',
      'Tag owner: (none)',
    ]);
  });

  it('are the order in which a range of servers is cut', () => {
    const rows = [
      server('a', { wave: '1' }),
      server('b', { wave: '2' }),
      server('c', { wave: '2' }),
      server('d', { wave: '1' }),
    ];
    const shown = serversOf(toItems(rows, tagFacet('wave')));
    expect(shown.map(({ recoveryInstanceID }) => recoveryInstanceID)).toEqual(['a', 'd', 'b', 'c']);
    const below = server('d', {});
    const range = withRange(new Map(), shown, { server: below, from: 'a', select: true });
    expect([...range.keys()]).toEqual(['a', 'd']);
  });
});
