import { describe, expect, it } from 'vitest';
import { fleetRow, problem } from '../fixtures';
import { fileName } from './fleet-export';
import { fleetAsJSON } from './json';

const exportedAt = new Date('2026-11-28T04:05:12.345Z');
const production = { name: 'production', asOf: '2026-11-28T04:05:00Z', problem: null };
const americas = { name: 'americas', asOf: null, problem: problem() };

describe('the fleet as JSON', () => {
  it('says when each target was read, what is wrong with it and which are missing', () => {
    const row = fleetRow();
    const content = { rows: [row], columns: ['name'], targets: [production, americas], exportedAt };
    expect(JSON.parse(fleetAsJSON(content))).toEqual({
      exportedAt: '2026-11-28T04:05:12.345Z',
      targets: [production, americas],
      unreadTargets: ['americas'],
      recoveryInstances: [row],
    });
  });
});

describe('the name of an exported file', () => {
  it('has the time in UTC, and says when servers are missing', () => {
    const content = { rows: [], columns: [], targets: [production], exportedAt };
    expect(fileName(content, 'json')).toBe('homeward-fleet-2026-11-28T04-05-12Z.json');
    expect(fileName({ ...content, targets: [production, americas] }, 'csv')).toBe(
      'homeward-fleet-2026-11-28T04-05-12Z-incomplete.csv',
    );
  });
});
