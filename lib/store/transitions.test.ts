import { expect, it } from 'vitest';
import { BATCH_STATES, BATCH_STATE_NAMES, type BatchState } from '@/lib/contract/batch-states';
import { TRANSITIONS, type TransitionName, transitionOf } from './transitions';

const NAMES = Object.keys(TRANSITIONS) as TransitionName[];
const leadingTo = (state: BatchState) => NAMES.filter((name) => transitionOf(name).to === state);
const leadingFrom = (state: BatchState) =>
  NAMES.filter((name) => transitionOf(name).from.includes(state));

it('a batch is sent by a claim alone, and claimed only while it waits for its turn', () => {
  expect(leadingTo('sending')).toEqual(['claim']);
  expect(TRANSITIONS.claim.from).toEqual(['planned']);
});

it('only a person, or the certainty that nothing was launched, has it wait for its turn again', () => {
  expect(leadingTo('planned')).toEqual(['unclaim', 'postpone', 'resend']);
  expect(TRANSITIONS.resend.from).toEqual(['parked']);
});

it('what has ended stays, but for a clear answer that comes after all', () => {
  const ended = BATCH_STATE_NAMES.filter((state) => !BATCH_STATES[state].isOpen);
  const onwards = ended.map((state) => [state, ...leadingFrom(state)]);
  expect(onwards).toEqual([
    ['accepted'],
    ['rejected'],
    ['found', 'accept'],
    ['dismissed', 'accept'],
    ['cancelled'],
  ]);
});

it('servers are given to other launches only once nothing of the batch can reach them', () => {
  const free = BATCH_STATE_NAMES.filter((state) => !BATCH_STATES[state].holdsServers);
  expect(free.flatMap(leadingTo)).toEqual([
    'reject',
    'concludeRefused',
    'setAside',
    'dismiss',
    'cancel',
  ]);
});

it('every state can be come to from the first', () => {
  const reached = new Set<BatchState>(['planned']);
  for (const state of reached) {
    for (const name of leadingFrom(state)) reached.add(transitionOf(name).to);
  }
  expect([...reached].toSorted()).toEqual(BATCH_STATE_NAMES.toSorted());
});
