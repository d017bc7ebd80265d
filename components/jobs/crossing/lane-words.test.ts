import { describe, expect, it } from 'vitest';
import type { ServerOutcome } from '@/lib/contract/job';
import { barWords, laneWords } from './lane-words';

const at = (time: string) => `2026-11-24T${time}.000000+00:00`;
const edge = new Date(at('14:09:30'));

const rebooting: ServerOutcome = {
  outcome: 'running',
  sentence: 'Rebooting',
  phases: [
    { phase: 'requested', from: at('14:02:11'), to: at('14:02:40') },
    { phase: 'rebooting', from: at('14:06:20') },
  ],
};
const home: ServerOutcome = {
  outcome: 'launched',
  sentence: 'Launched',
  phases: [{ phase: 'home', from: at('14:09:20'), to: at('14:11:00') }],
};
const failed: ServerOutcome = {
  outcome: 'failed',
  sentence: 'Conversion failed',
  phases: [{ phase: 'failed', from: at('14:05:00'), to: at('14:05:00') }],
};

describe('the words at the end of a lane', () => {
  it('say how long a phase has gone on', () => {
    expect(laneWords(rebooting, 'home', edge)).toBe('Rebooting 3 min');
  });

  it('never count backwards when the clock of DRS is ahead', () => {
    expect(laneWords(rebooting, 'home', new Date(at('14:00:00')))).toBe('Rebooting 0 s');
  });

  it('say when a server came home, or launched where the job is no failback', () => {
    expect(laneWords(home, 'home', edge)).toBe('Home 14:09:20');
    expect(laneWords(home, 'launched', edge)).toBe('Launched 14:09:20');
    expect(laneWords({ ...home, phases: [] }, 'home', edge)).toBe('Home');
  });

  it('leave the verdict to the outcome otherwise', () => {
    expect(laneWords(failed, 'home', edge)).toBe('Conversion failed');
  });
});

describe('the bar in words', () => {
  it('says what the picture shows', () => {
    expect(barWords(rebooting, 'home')).toBe(
      'Requested 14:02:11 to 14:02:40, rebooting since 14:06:20',
    );
    expect(barWords(home, 'launched')).toBe('Launched 14:09:20 to 14:11:00');
    expect(barWords(failed, 'home')).toBe('Failed 14:05:00');
  });
});
