import { describe, expect, it } from 'vitest';
import { actionLine, actionRuns } from './launch-actions';

describe('launch actions', () => {
  it('stand in the order DRS runs them', () => {
    const runs = [
      { action: { name: 'second', order: 1002 } },
      { action: { name: 'first', order: 1001 } },
    ];
    expect(actionRuns({ launchActionsStatus: { runs } }).map(({ action }) => action?.name)).toEqual(
      ['first', 'second'],
    );
    expect(actionRuns({})).toEqual([]);
  });

  it('say why one failed', () => {
    expect(
      actionLine({
        action: { name: 'Check volumes' },
        status: 'FAILED',
        failureReason: 'Timed out',
      }),
    ).toBe('Check volumes: FAILED. Timed out');
    expect(actionLine({ runId: 'run-1' })).toBe('run-1: no status');
  });
});
