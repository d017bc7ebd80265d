import { queryOptions } from '@tanstack/react-query';
import type { JobAnswer, JobLogAnswer, JobsSnapshot } from '@/lib/contract/job';
import { fetchJSON } from './fetch-json';
import { jobInterval, jobsInterval } from './intervals';
import { withTarget } from './with-target';

/** All DRS jobs of a target, whoever started them, newest first. */
export const jobsQuery = (target: string) =>
  queryOptions({
    queryKey: ['jobs', target],
    queryFn: ({ signal }) => fetchJSON<JobsSnapshot>(withTarget('/api/jobs', target), { signal }),
    refetchInterval: ({ state }) => jobsInterval(state.data),
  });

export const jobQuery = (target: string, jobID: string) =>
  queryOptions({
    queryKey: ['jobs', target, jobID],
    queryFn: ({ signal }) =>
      fetchJSON<JobAnswer>(withTarget(`/api/jobs/${jobID}`, target), { signal }),
    refetchInterval: ({ state }) => jobInterval(state.data?.outcome),
  });

/** Every line of a job's log. `outcome` is the job's own, so that the log is followed as long as the job. */
export const jobLogQuery = (
  target: string,
  jobID: string,
  outcome: JobAnswer['outcome'] | undefined,
) =>
  queryOptions({
    queryKey: ['jobs', target, jobID, 'log'],
    queryFn: ({ signal }) =>
      fetchJSON<JobLogAnswer>(withTarget(`/api/jobs/${jobID}/log`, target), { signal }),
    refetchInterval: () => jobInterval(outcome),
  });
