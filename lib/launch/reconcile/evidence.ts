import type { Evidence } from '@/lib/contract/failback-launch';
import { correlation } from '@/lib/contract/tag-rules';
import type { OpenBatch } from '@/lib/store/queue';
import type { Match } from './match-job';
import type { Reading } from './read-jobs';

/** What a look that found nothing has seen: the grounds on which a person decides. */
export function evidenceOf(
  batch: OpenBatch,
  seen: { reading: Reading; others: Match['others']; failbackJobIDs: string[] },
  now: Date,
): Evidence {
  const { reading, others, failbackJobIDs } = seen;
  return {
    sentDateTime: inDoubtSince(batch),
    tag: batch.withoutTags ? null : correlation(batch, batch.number),
    jobsSince: reading.since,
    looks: (batch.evidence?.looks ?? 0) + 1,
    lastLookDateTime: now.toISOString(),
    jobsSeen: reading.jobs.length,
    otherJobs: others.map(({ job, reason }) => ({ jobID: job.jobID, reason })),
    failbackJobIDs,
  };
}

/** When the call was sent that is in doubt: a person may have had the batch sent again since. */
function inDoubtSince({
  evidence,
  sentDateTime,
  firstSentDateTime,
  launchDateTime,
}: OpenBatch): string {
  return evidence?.sentDateTime ?? sentDateTime ?? firstSentDateTime ?? launchDateTime;
}
