import { describe, expect, it } from 'vitest';
import type { ServerOutcome } from '@/lib/contract/job';
import { orderServers, serverName } from './order';

const server = (id: string, outcome: ServerOutcome['outcome']): ServerOutcome => ({
  sourceServerID: id,
  outcome,
  sentence: '',
  phases: [],
});

describe('the order of lanes', () => {
  it('is failed, unknown, the rest that did not go home, running, home', () => {
    const servers = [
      server('s-1', 'launched'),
      server('s-2', 'running'),
      server('s-3', 'unknown'),
      server('s-4', 'skipped'),
      server('s-5', 'failed'),
    ];
    expect(orderServers(servers, {}).map(({ outcome }) => outcome)).toEqual([
      'failed',
      'unknown',
      'skipped',
      'running',
      'launched',
    ]);
  });

  it('is by name within, with numbers as people count', () => {
    const names = { 's-1': 'web-10', 's-2': 'web-9', 's-3': 'db-1' };
    const servers = ['s-1', 's-2', 's-3'].map((id) => server(id, 'running'));
    expect(orderServers(servers, names).map((one) => serverName(one, names))).toEqual([
      'db-1',
      'web-9',
      'web-10',
    ]);
  });
});

describe('the name of a server', () => {
  it('falls back on the ids DRS gives', () => {
    expect(serverName(server('s-1', 'running'), {})).toBe('s-1');
    expect(
      serverName(
        { recoveryInstanceID: 'i-0a41f7c2', outcome: 'running', sentence: '', phases: [] },
        {},
      ),
    ).toBe('i-0a41f7c2');
  });
});
