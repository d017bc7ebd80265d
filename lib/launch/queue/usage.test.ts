import { expect, it } from 'vitest';
import { usageOf } from './usage';

it('counts the jobs that go on, each with all its servers', () => {
  const servers = [{ launchStatus: 'LAUNCHED' }, { launchStatus: 'PENDING' }];
  const job = { jobID: 'drsjob-1', status: 'STARTED', participatingServers: servers };
  expect(usageOf([job, { ...job, status: 'COMPLETED' }])).toEqual({ jobs: 1, servers: 2 });
  expect(usageOf([{ ...job, unlistedSince: '2026-11-24T10:00:00Z' }])).toEqual({
    jobs: 0,
    servers: 0,
  });
});
