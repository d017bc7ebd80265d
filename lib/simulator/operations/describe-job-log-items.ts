import { checkShape, text, wholeNumber } from '../constraints';
import { describeLog } from '../describe/job';
import { pageOf } from '../pages';
import { jobID } from './describe-jobs';
import type { Operation } from './operation';

/** https://docs.aws.amazon.com/drs/latest/APIReference/API_DescribeJobLogItems.html */
export const describeJobLogItems: Operation = {
  checkShape: (input) =>
    checkShape(input, {
      jobID: { constraint: jobID, required: true },
      maxResults: { constraint: wholeNumber({ min: 1 }) },
      nextToken: { constraint: text({ max: 2048 }) },
    }),
  run: ({ world, input, moment }) => {
    const job = world.jobs[String(input.jobID)];
    // The operation declares no error for an unknown job, so it is assumed to list nothing.
    return pageOf(job ? describeLog(job, moment) : [], `log ${String(input.jobID)}`, input);
  },
};
