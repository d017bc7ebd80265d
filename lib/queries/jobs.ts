import { queryOptions } from '@tanstack/react-query';
import type { JobAnswer, JobLogAnswer, JobsSnapshot } from '@/lib/contract/job';
import { fetchJSON } from './fetch-json';
import { live } from './live/live-query';
import { withTarget } from './with-target';

/** All DRS jobs of a target, whoever started them, newest first. */
export const jobsQuery = (target: string) => {
  const address = withTarget('/api/jobs', target);
  return queryOptions({
    queryKey: ['jobs', target],
    queryFn: ({ signal }) => fetchJSON<JobsSnapshot>(address, { signal }),
    ...live(address),
  });
};

export const jobQuery = (target: string, jobID: string) => {
  const address = withTarget(`/api/jobs/${jobID}`, target);
  return queryOptions({
    queryKey: ['jobs', target, jobID],
    queryFn: ({ signal }) => fetchJSON<JobAnswer>(address, { signal }),
    ...live(address),
  });
};

/** Every line of a job's log. */
export const jobLogQuery = (target: string, jobID: string) => {
  const address = withTarget(`/api/jobs/${jobID}/log`, target);
  return queryOptions({
    queryKey: ['jobs', target, jobID, 'log'],
    queryFn: ({ signal }) => fetchJSON<JobLogAnswer>(address, { signal }),
    ...live(address),
  });
};
