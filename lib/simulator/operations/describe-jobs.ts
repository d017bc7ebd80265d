import { describeJob } from '../describe/job';
import { pageOf } from '../pages';
import { ISO8601DatetimeString, JobID, pagination } from '../shapes/model';
import { fits } from './filter';
import { operation } from './operation';

/** https://docs.aws.amazon.com/drs/latest/APIReference/API_DescribeJobs.html */
export const describeJobs = operation({
  input: {
    type: 'structure',
    members: {
      filters: {
        type: 'structure',
        members: {
          jobIDs: { type: 'list', length: [0, 1000], of: JobID },
          fromDate: ISO8601DatetimeString,
          toDate: ISO8601DatetimeString,
        },
      },
      ...pagination,
    },
  },
  run: ({ world, input, moment, isVisible }) => {
    const { jobIDs, fromDate, toDate } = input.filters ?? {};
    const isWanted = fits(jobIDs);
    const from = fromDate ? Date.parse(fromDate) : -Infinity;
    const to = toDate ? Date.parse(toDate) : Infinity;
    const jobs = Object.values(world.jobs)
      .filter(({ jobID, isDeleted }) => !isDeleted && isWanted(jobID) && isVisible(jobID))
      .filter(({ created }) => created >= from && created <= to)
      // Newest first; of the same instant, the one that was added last.
      .toReversed()
      .toSorted((one, other) => other.created - one.created);
    return pageOf(jobs, { world, kind: 'jobs', input }, (job) => describeJob(world, job, moment));
  },
});
