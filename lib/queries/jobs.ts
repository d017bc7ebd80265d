import { queryOptions } from '@tanstack/react-query';
import type { JobAnswer, JobLogAnswer, JobsSnapshot } from '@/lib/contract/job';
import { fetchJSON } from './fetch-json';
import { jobInterval, jobsInterval } from './intervals';

/** All DRS jobs of the target, whoever started them, newest first. */
export const jobsQuery = () =>
  queryOptions({
    queryKey: ['jobs'],
    queryFn: ({ signal }) => fetchJSON<JobsSnapshot>('/api/jobs', { signal }),
    refetchInterval: ({ state }) => jobsInterval(state.data),
  });

export const jobQuery = (jobID: string) =>
  queryOptions({
    queryKey: ['jobs', jobID],
    queryFn: ({ signal }) => fetchJSON<JobAnswer>(`/api/jobs/${jobID}`, { signal }),
    refetchInterval: ({ state }) => jobInterval(state.data?.outcome),
  });

/** Every line of a job's log. `outcome` is the job's own, so that the log is followed as long as the job. */
export const jobLogQuery = (jobID: string, outcome: JobAnswer['outcome'] | undefined) =>
  queryOptions({
    queryKey: ['jobs', jobID, 'log'],
    queryFn: ({ signal }) => fetchJSON<JobLogAnswer>(`/api/jobs/${jobID}/log`, { signal }),
    refetchInterval: () => jobInterval(outcome),
  });
