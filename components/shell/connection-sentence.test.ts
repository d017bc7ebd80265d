import { expect, it } from 'vitest';
import type { ConnectionState } from '@/lib/queries/live/connection';
import { connectionSentence } from './connection-sentence';

const now = new Date('2026-11-24T10:00:00Z');

it.each<[state: ConnectionState, sentence: RegExp]>([
  [{ kind: 'waiting', retryAt: now.getTime() + 7_200 }, /does not answer; trying again in 8 s\./],
  [{ kind: 'waiting', retryAt: now.getTime() - 1 }, /does not answer; trying again\./],
  [{ kind: 'refused', status: 401 }, /not signed in any more/],
  [{ kind: 'refused', status: 403 }, /may not watch/],
])('%o reads %s', (state, sentence) => {
  expect(connectionSentence(state, now)).toMatch(sentence);
});
