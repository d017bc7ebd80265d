import { describe, expect, it } from 'vitest';
import { logAsJson, logAsText } from './download';
import { logLines } from './lines';

const items = [
  { logDateTime: '2026-11-24T14:00:00.123456+00:00', event: 'JOB_START', eventData: {} },
  {
    logDateTime: '2026-11-24T14:05:00.500000+00:00',
    event: 'CONVERSION_FAIL',
    eventData: { sourceServerID: 's-1', rawError: 'Volume\ttoo small\nfor the source' },
  },
];

describe('the log as text', () => {
  it('has one line for each item, whatever an error holds', () => {
    expect(logAsText(logLines(items, { 's-1': 'mail-04' }))).toBe(
      '2026-11-24T14:00:00.123456+00:00\tJOB_START\n' +
        '2026-11-24T14:05:00.500000+00:00\tCONVERSION_FAIL\tmail-04\tVolume too small for the source\n',
    );
  });
});

describe('the log as JSON', () => {
  it('is what DRS said', () => {
    expect(JSON.parse(logAsJson('drsjob-1', items))).toEqual({ jobID: 'drsjob-1', items });
  });
});
