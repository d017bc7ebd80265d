import type { HistoryEntry } from '@/lib/contract/history';
import { formatCount } from '@/lib/format';
import { BATCH_WORDS } from '../batch-words';

/** A line of the record in words, and its bare facts where it has some. */
export function describeEntry({ kind, detail }: Pick<HistoryEntry, 'kind' | 'detail'>): {
  what: string;
  facts?: string;
} {
  switch (kind) {
    case 'launch-created':
      return { what: 'Asked for the launch' };
    case 'launch-paused':
      return { what: 'Paused the launch', ...factsOf(detail) };
    case 'launch-resumed':
      return { what: 'Resumed the launch' };
    case 'batch-split':
      return { what: splitWords(detail) };
    case 'batch-moved':
      return { what: `${stateWord(detail.from)} → ${stateWord(detail.to)}`, ...factsOf(detail) };
    case 'call':
      return { what: 'Called StartFailbackLaunch', ...factsOf(detail) };
  }
}

const stateWord = (state: unknown) =>
  (Object.entries(BATCH_WORDS).find(([name]) => name === state)?.[1] ?? { word: String(state) })
    .word;

function splitWords({ into, recoveryInstanceIDs }: HistoryEntry['detail']): string {
  const count = Array.isArray(recoveryInstanceIDs) ? recoveryInstanceIDs.length : 0;
  return `${formatCount(count, 'server')} put apart into batch ${String(into)}`;
}

/** The order of the facts; any other recorded fact follows. */
const FIRST = ['status', 'errorName', 'requestID', 'durationMilliseconds', 'attempt'];
const IN_WORDS = ['from', 'to'];

function factsOf(detail: HistoryEntry['detail']): { facts?: string } {
  const names = [...FIRST, ...Object.keys(detail).filter((name) => !FIRST.includes(name))];
  const facts = names
    .filter((name) => !IN_WORDS.includes(name) && isGiven(detail[name]))
    .map((name) => factText(name, detail[name]));
  return facts.length === 0 ? {} : { facts: facts.join(' · ') };
}

const isGiven = (value: unknown) => value !== undefined && value !== null && value !== '';

function factText(name: string, value: unknown): string {
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  if (name === 'durationMilliseconds') return `${text} ms`;
  if (name === 'requestID') return `request ${text}`;
  if (name === 'attempt') return `attempt ${text}`;
  return name === 'status' || name === 'errorName' ? text : `${name} ${text}`;
}
