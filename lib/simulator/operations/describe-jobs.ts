import { checkShape, list, object, text, wholeNumber } from '../constraints';
import { describeJob } from '../describe/job';
import { pageOf } from '../pages';
import type { Operation } from './operation';

export const jobID = text({ min: 24, max: 24, pattern: /^drsjob-[0-9a-zA-Z]{17}$/ });

/** https://docs.aws.amazon.com/drs/latest/APIReference/API_DescribeJobs.html */
export const describeJobs: Operation = {
  checkShape: (input) => {
    checkShape(input, {
      filters: { constraint: object },
      maxResults: { constraint: wholeNumber({ min: 1 }) },
      nextToken: { constraint: text({ max: 2048 }) },
    });
    checkShape((input.filters ?? {}) as Record<string, unknown>, {
      jobIDs: { constraint: list({ max: 1000, of: jobID }) },
      fromDate: { constraint: text({ min: 19, max: 32 }) },
      toDate: { constraint: text({ min: 19, max: 32 }) },
    });
  },
  run: ({ world, input, moment, isVisible }) => {
    const filters = (input.filters ?? {}) as {
      jobIDs?: string[];
      fromDate?: string;
      toDate?: string;
    };
    const ids = new Set(filters.jobIDs);
    const from = filters.fromDate ? Date.parse(filters.fromDate) : -Infinity;
    const to = filters.toDate ? Date.parse(filters.toDate) : Infinity;
    const jobs = Object.values(world.jobs)
      .filter((job) => (ids.size === 0 || ids.has(job.jobID)) && isVisible(job.jobID))
      .filter(({ created }) => created >= from && created <= to)
      .toSorted((one, other) => other.created - one.created);
    const page = pageOf(jobs, `jobs ${world.accountID}`, input);
    return { ...page, items: page.items.map((job) => describeJob(world, job, moment)) };
  },
};
