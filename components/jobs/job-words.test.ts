import { InitiatedBy, JobType } from '@aws-sdk/client-drs';
import { describe, expect, it } from 'vitest';
import { arrivalWord, initiatorWord, jobApiNames, jobTypeWord } from './job-words';

describe('the words for a job', () => {
  it.each([
    [{ type: 'LAUNCH', initiatedBy: 'FAILBACK' }, 'Failback'],
    [{ type: 'LAUNCH', initiatedBy: 'START_RECOVERY' }, 'Recovery'],
    [{ type: 'LAUNCH', initiatedBy: 'START_DRILL' }, 'Recovery drill'],
    [{ type: 'LAUNCH' }, 'Launch'],
    [{ type: 'TERMINATE', initiatedBy: 'TERMINATE_RECOVERY_INSTANCES' }, 'Terminate'],
    [{ type: 'SOMETHING_NEW' }, 'SOMETHING_NEW'],
    [{}, 'Type not given'],
  ])('%o is "%s"', (job, word) => {
    expect(jobTypeWord(job)).toBe(word);
  });

  it('show an initiator nobody knows as DRS writes it', () => {
    expect(initiatorWord('START_DRILL')).toBe('Recovery drill');
    expect(initiatorWord('A_NEW_ONE')).toBe('A_NEW_ONE');
    expect(initiatorWord(undefined)).toBe('Not given');
  });

  it.each(Object.values(InitiatedBy))('there is one for a job initiated by %s', (initiatedBy) => {
    expect(initiatorWord(initiatedBy)).not.toBe(initiatedBy);
  });

  it.each(Object.values(JobType))('there is one for a job of type %s', (type) => {
    expect(jobTypeWord({ type })).not.toBe(type);
  });

  it('stand beside the names of the API', () => {
    expect(jobApiNames({ type: 'LAUNCH', initiatedBy: 'FAILBACK' })).toBe('LAUNCH · FAILBACK');
    expect(jobApiNames({ type: 'LAUNCH' })).toBe('LAUNCH');
  });

  it('say home only of a failback', () => {
    expect(arrivalWord({ initiatedBy: 'FAILBACK' })).toBe('home');
    expect(arrivalWord({ initiatedBy: 'START_DRILL' })).toBe('launched');
    expect(arrivalWord({ type: 'TERMINATE' })).toBe('terminated');
  });
});
