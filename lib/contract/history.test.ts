import { expect, it } from 'vitest';
import { type HistoryEntry, type HistoryKind, type LaunchHistory, launchHistory } from './history';

it('a history keeps the facts of each line as they are', () => {
  const kind: HistoryKind = 'call';
  const entry: HistoryEntry = {
    sequence: 7,
    dateTime: '2026-11-24T10:00:00.000Z',
    kind,
    actor: 'Homeward',
    target: 'eu-west-1',
    launchID: 'launch-0000000000000001',
    batch: 1,
    detail: { operation: 'StartFailbackLaunch', status: 200, durationMilliseconds: 41 },
    previousHash: 'a'.repeat(64),
    hash: 'b'.repeat(64),
  };
  const history: LaunchHistory = { entries: [entry] };
  expect(launchHistory.parse(history)).toEqual(history);
});
