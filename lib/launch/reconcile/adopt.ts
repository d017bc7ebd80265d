import { checkpoint } from '@/lib/checkpoints';
import type { Job } from '@/lib/contract/job';
import type { OpenBatch } from '@/lib/store/queue';
import type { SendContext } from '../send-context';
import { moveOpenBatch } from './move-open-batch';

/** Records a job as that of a batch whose answer was lost, if the batch is still as it was read. */
export async function adopt(sendContext: SendContext, batch: OpenBatch, job: Job): Promise<void> {
  checkpoint('after-look');
  const answeredDateTime = sendContext.context.clock.now().toISOString();
  const { jobID } = job;
  const change = { answeredDateTime, jobID, job, problem: null };
  const isFound = await moveOpenBatch(sendContext, batch, 'find', change, { jobID });
  if (isFound) sendContext.target.watch.jobStarted(job);
}
