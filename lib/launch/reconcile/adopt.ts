import { checkpoint } from '@/lib/checkpoints';
import type { Job } from '@/lib/contract/job';
import type { OpenBatch } from '@/lib/store/queue';
import type { Dispatch } from '../send-context';
import { move } from './move-open-batch';

/** Takes a job for the one that the lost answer was about. Resolves to whether the batch was still as it was read. */
export async function adopt(dispatch: Dispatch, batch: OpenBatch, job: Job): Promise<boolean> {
  checkpoint('after-look');
  const answeredDateTime = dispatch.context.clock.now().toISOString();
  const { jobID } = job;
  const change = { answeredDateTime, jobID, job, problem: null };
  const isFound = await move(dispatch, batch, 'find', change, { jobID });
  if (isFound) dispatch.target.watch.jobStarted(job);
  return isFound;
}
