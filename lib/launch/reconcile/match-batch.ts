import type { Job } from '@/lib/contract/job';
import type { OpenBatch } from '@/lib/store/queue';
import type { SendContext } from '../send-context';
import { type Match, matchJob } from './match-job';
import { firstCallOf } from './conclude';

/** Looks among jobs for the one of a batch in doubt. */
export function matchBatch(
  sendContext: SendContext,
  batch: OpenBatch,
  jobs: readonly Job[],
): Match {
  const clockOffset = sendContext.target.drs.clockOffset.milliseconds;
  const sought = { ...batch, sentDateTime: firstCallOf(batch), clockOffset };
  return matchJob(sought, jobs, sourceServers(sendContext));
}

/** Source servers by recovery instance, as last read; they do not change. */
function sourceServers({ target }: SendContext) {
  const fleet = target.watch.fleet.last()?.value ?? [];
  const byID = new Map(fleet.map((item) => [item.recoveryInstanceID, item.sourceServerID]));
  return (recoveryInstanceID: string) => byID.get(recoveryInstanceID);
}
