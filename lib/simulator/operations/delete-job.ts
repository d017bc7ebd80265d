import { AwsError, notFound } from '../errors';
import { isRunning } from '../jobs/progress';
import { JobID } from '../shapes/model';
import { required } from '../shapes/shape';
import { operation } from './operation';

/** https://docs.aws.amazon.com/drs/latest/APIReference/API_DeleteJob.html */
export const deleteJob = operation({
  input: { type: 'structure', members: { jobID: required(JobID) } },
  status: 204,
  run: ({ world, input: { jobID }, moment: { now, speedHistory } }) => {
    const job = world.jobs[jobID];
    if (!job || job.isDeleted) throw notFound(`Job ${jobID} was not found.`, jobID, 'job');
    if (isRunning(job, now, speedHistory)) {
      const members = { resourceId: jobID, resourceType: 'job' };
      throw new AwsError(409, 'ConflictException', `Job ${jobID} is not completed.`, members);
    }
    job.isDeleted = true;
  },
});
