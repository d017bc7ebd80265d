import { beforeEach, expect, it } from 'vitest';
import { describeJobs } from './jobs';
import { answeringDrs } from './testing/drs-server';

interface Asked {
  filters: { jobIDs?: string[] };
}

let calls: Asked[];
/** Lists the jobs that it is asked for. */
const createClients = answeringDrs((request, response) => {
  let body = '';
  request.on('data', (part: Buffer) => (body += part.toString()));
  request.on('end', () => {
    const asked = JSON.parse(body) as Asked;
    calls.push(asked);
    response.setHeader('Content-Type', 'application/json');
    response.end(JSON.stringify({ items: asked.filters.jobIDs?.map((jobID) => ({ jobID })) }));
  });
});
beforeEach(() => {
  calls = [];
});

it('asks for more jobs than DRS takes in a call in as many calls as it needs', async () => {
  const jobIDs = Array.from({ length: 2_001 }, (_, index) => `drsjob-${index}`);
  const jobs = await describeJobs(createClients(), { jobIDs });
  expect(calls.map(({ filters }) => filters.jobIDs?.length)).toEqual([1_000, 1_000, 1]);
  expect(jobs.map(({ jobID }) => jobID)).toEqual(jobIDs);
});

it('asks for nothing when no job is named', async () => {
  expect(await describeJobs(createClients(), { jobIDs: [] })).toEqual([]);
  expect(calls).toEqual([]);
});
