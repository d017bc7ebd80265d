import { expect, it } from 'vitest';
import { participants } from './participants';

it('counts who takes part in a job', () => {
  expect(participants({ jobID: 'drsjob-1', participatingServers: [{}] })).toBe('1 server');
  expect(participants({ jobID: 'drsjob-1', participatingResources: [{}, {}] })).toBe('2 networks');
  expect(participants({ jobID: 'drsjob-1', participatingServers: [] })).toBe('None named');
});
