import type { Job } from '@/lib/contract/job';

/**
 * Whether a job goes on, holding its servers and its share of the quotas. What DRS does not call ended has not ended,
 * a status that Homeward does not know included, unless DRS has not listed the job for so long that it is gone: only a
 * job that has ended can be deleted. https://docs.aws.amazon.com/drs/latest/APIReference/API_DeleteJob.html
 */
export const isUnderWay = ({
  status,
  endDateTime,
  unlistedSince,
}: Pick<Job, 'status' | 'endDateTime' | 'unlistedSince'>): boolean =>
  status !== 'COMPLETED' && !endDateTime && !unlistedSince;
