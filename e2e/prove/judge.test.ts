import { describe, expect, it } from 'vitest';
import type { FailbackLaunch } from '@/lib/contract/failback-launch';
import type { Effect } from '../simulator';
import { judge } from './judge';
import type { Intent } from './request';

type Batch = FailbackLaunch['batches'][number];

const intent = (answer?: Intent['answer']): Intent => ({
  idempotencyKey: 'CHG-1',
  recoveryInstanceIDs: ['i-1'],
  ...(answer ? { answer } : {}),
});
const promised = intent({ status: 202, launchID: 'launch-1' });

function recorded(state: Batch['state'], more: Partial<Batch> = {}): FailbackLaunch {
  const batch = { number: 1, state, recoveryInstanceIDs: ['i-1'], jobID: null, ...more };
  return { launchID: 'launch-1', batches: [batch] } as unknown as FailbackLaunch;
}

const job = (recoveryInstanceIDs = ['i-1'], tag = 'launch-1/1'): Effect => ({
  jobID: 'drsjob-1',
  tags: { 'homeward:launch': tag },
  recoveryInstanceIDs,
});

const clean = { doubles: [], lost: [], wrong: [] };
const verdict = (intents: Intent[], launches: FailbackLaunch[], effects: Effect[]) =>
  judge({ intents, launches, effects });

describe('the judge', () => {
  it.each(['accepted', 'found'] as const)('is content with %s and the job of it', (state) => {
    expect(verdict([promised], [recorded(state, { jobID: 'drsjob-1' })], [job()])).toEqual(clean);
  });

  it.each(['rejected', 'parked'] as const)('is content with %s and no job', (state) => {
    expect(verdict([promised], [recorded(state)], [])).toEqual(clean);
  });

  it('finds a server that was launched twice', () => {
    const found = verdict([], [], [job(), job(['i-2', 'i-1'], 'launch-2/1')]);
    expect(found.doubles).toEqual(['i-1 was launched 2 times']);
  });

  it('finds a launch that was promised and is gone, unanswered, or never ends', () => {
    expect(verdict([promised], [], []).lost).toEqual(['launch-1 is not on record']);
    expect(verdict([intent()], [], []).lost).toEqual(['CHG-1 was never answered']);
    expect(verdict([], [recorded('unknown')], []).lost).toEqual(['launch-1/1 stays unknown']);
  });

  it.each([
    ['accepted', [], 'launch-1/1 is accepted and DRS has no such job'],
    ['rejected', [job()], 'launch-1/1 is rejected and DRS has drsjob-1'],
    ['parked', [job()], 'launch-1/1 is parked and DRS has drsjob-1'],
    ['found', [job(['i-2'])], 'launch-1/1 and drsjob-1 are about different servers'],
    ['found', [job()], 'launch-1/1 is taken for null and is drsjob-1'],
  ] as const)('finds a record that is wrong: %s', (state, effects, sentence) => {
    expect(verdict([promised], [recorded(state)], [...effects]).wrong).toEqual([sentence]);
  });

  it('finds a job that is on no record', () => {
    expect(verdict([], [], [job()]).wrong).toEqual(['launch-1/1 is on no record']);
  });
});
