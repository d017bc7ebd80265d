import { expect, it } from 'vitest';
import { describeEntry } from './record-words';

it('tells a change of state in the words of the page', () => {
  expect(
    describeEntry({ kind: 'batch-moved', detail: { from: 'planned', to: 'sending', attempt: 1 } }),
  ).toEqual({ what: 'Waiting → Being sent', facts: 'attempt 1' });
});

it('gives a call with all that a support case would ask for', () => {
  const detail = { attempt: 1, requestID: 'abc', status: 200, durationMilliseconds: 84 };
  expect(describeEntry({ kind: 'call', detail })).toEqual({
    what: 'Called StartFailbackLaunch',
    facts: '200 · request abc · 84 ms · attempt 1',
  });
});

it('leaves nothing out that was recorded, and nothing blank', () => {
  const detail = { from: 'parked', to: 'dismissed', note: 'rebooted by hand', requestID: null };
  expect(describeEntry({ kind: 'batch-moved', detail }).facts).toBe('note rebooted by hand');
  expect(describeEntry({ kind: 'launch-paused', detail: {} })).toEqual({
    what: 'Paused the launch',
  });
});

it('counts the servers that were put apart', () => {
  const detail = { into: 7, recoveryInstanceIDs: ['i-1', 'i-2'] };
  expect(describeEntry({ kind: 'batch-split', detail }).what).toBe(
    '2 servers put apart into batch 7',
  );
});
