import { describeLog } from '../describe/job';
import { pageOf } from '../pages';
import { JobID, pagination } from '../shapes/model';
import { required } from '../shapes/shape';
import { operation } from './operation';

/** https://docs.aws.amazon.com/drs/latest/APIReference/API_DescribeJobLogItems.html */
export const describeJobLogItems = operation({
  input: { type: 'structure', members: { jobID: required(JobID), ...pagination } },
  run: ({ world, input, moment }) => {
    const job = world.jobs[input.jobID];
    // The operation declares no error for an unknown job, so it is assumed to list nothing.
    const lines = job && !job.isDeleted ? describeLog(job, moment) : [];
    return pageOf(lines, { world, kind: 'log', input }, (line) => line);
  },
});
