import type { Evidence } from '@/lib/contract/failback-launch';
import { noteEvidence } from '@/lib/store/batches';
import type { OpenBatch } from '@/lib/store/queue';
import { correlation } from '../correlation';
import type { SendContext } from '../send-context';
import type { Match } from './match-job';
import { inDoubtSince } from './conclude';
import { keyIn } from './move-open-batch';
import type { Reading } from './read-jobs';

/** Keeps what a look that found nothing has seen: the grounds on which a person decides. */
export async function keepEvidence(
  sendContext: SendContext,
  batch: OpenBatch,
  reading: Reading,
  others: Match['others'],
  failbackJobIDs: string[],
) {
  const evidence: Evidence = {
    sentDateTime: inDoubtSince(batch),
    tag: batch.withoutTags ? null : correlation(batch, batch.number),
    jobsSince: reading.since,
    looks: (batch.evidence?.looks ?? 0) + 1,
    lastLookDateTime: sendContext.context.clock.now().toISOString(),
    jobsSeen: reading.jobs.length,
    otherJobs: others.map(({ job, reason }) => ({ jobID: job.jobID, reason })),
    failbackJobIDs,
  };
  await noteEvidence(await sendContext.context.store(), keyIn(sendContext, batch), evidence);
}
