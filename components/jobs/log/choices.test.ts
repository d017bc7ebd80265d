import { describe, expect, it } from 'vitest';
import { eventChoices, serverChoices } from './choices';
import { logLines } from './lines';

const lines = logLines(
  [
    { event: 'JOB_START' },
    { event: 'LAUNCH_START', eventData: { sourceServerID: 's-10' } },
    { event: 'LAUNCH_START', eventData: { sourceServerID: 's-9' } },
    { event: 'LAUNCH_END', eventData: { sourceServerID: 's-9' } },
  ],
  { 's-10': 'web-10', 's-9': 'web-9' },
);

describe('the choices of the filter', () => {
  it('are the servers of the log, once each, as people count', () => {
    expect(serverChoices(lines)).toEqual([
      { value: 's-9', label: 'web-9' },
      { value: 's-10', label: 'web-10' },
    ]);
  });

  it('are the events of the log, once each', () => {
    expect(eventChoices(lines).map(({ value }) => value)).toEqual([
      'JOB_START',
      'LAUNCH_END',
      'LAUNCH_START',
    ]);
  });
});
