import {
  DescribeJobLogItemsCommand,
  DescribeJobsCommand,
  type DescribeJobsRequestFilters,
  type Job as DrsJob,
} from '@aws-sdk/client-drs';
import { chunk } from '@/lib/chunk';
import { type Job, type JobLogItem, job, jobLogItem } from '@/lib/contract/job';
import type { DrsClients } from './client';
import { namedBy } from './named';
import { readAllPages } from './pages';
import { send } from './send';
import { asWritten } from './written-page';

const toNamedJob = namedBy(job.omit({ unlistedSince: true }));
const toJobLogItem = namedBy(jobLogItem);

/** DescribeJobs takes 1,000 ids. https://docs.aws.amazon.com/drs/latest/APIReference/API_DescribeJobsRequestFilters.html */
const IDS_PER_CALL = 1_000;

/**
 * Jobs of the target, newest first: all of them, or those the filters name. More ids than fit in a call are asked for in
 * several, whose answers follow one another. No ids name no job, though DRS itself takes that for all.
 */
export async function describeJobs(
  drs: DrsClients,
  filters: DescribeJobsRequestFilters = {},
): Promise<Job[]> {
  const { jobIDs } = filters;
  const asked = jobIDs
    ? chunk(jobIDs, IDS_PER_CALL).map((ids) => ({ ...filters, jobIDs: ids }))
    : [filters];
  const answers: Job[][] = [];
  for (const one of asked) answers.push(await describeJobsOf(drs, one));
  return answers.flat();
}

async function describeJobsOf(
  drs: DrsClients,
  filters: DescribeJobsRequestFilters,
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
