import {
  DescribeJobLogItemsCommand,
  DescribeJobsCommand,
  type DescribeJobsRequestFilters,
  type Job as DrsJob,
} from '@aws-sdk/client-drs';
import { type Job, type JobLogItem, job, jobLogItem } from '@/lib/contract/job';
import type { DrsClients } from './client';
import { namedBy } from './named';
import { readAllPages } from './pages';
import { send } from './send';
import { asWritten } from './written-page';

const toNamedJob = namedBy(job.omit({ unlistedSince: true }));
const toJobLogItem = namedBy(jobLogItem);

/** Jobs of the target, newest first: all of them, or those the filters name. */
export async function describeJobs(
  drs: DrsClients,
  filters: DescribeJobsRequestFilters = {},
): Promise<Job[]> {
  return readAllPages((page) => {
    const command = new DescribeJobsCommand({ filters, ...page });
    return send(drs, 'reads', asWritten(command));
  }, toJob);
}

/** Every line of a job's log, in the order DRS gives them. */
export async function describeJobLog(drs: DrsClients, jobID: string): Promise<JobLogItem[]> {
  return readAllPages((page) => {
    const command = new DescribeJobLogItemsCommand({ jobID, ...page });
    return send(drs, 'reads', asWritten(command));
  }, toJobLogItem);
}

/** The job as the contract names it. Undefined without a job id. */
export function toJob(item: DrsJob): Job | undefined {
  return item.jobID ? toNamedJob(item) : undefined;
}
