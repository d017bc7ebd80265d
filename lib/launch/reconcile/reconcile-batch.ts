import { checkpoint } from '@/lib/checkpoints';
import { describeProblem } from '@/lib/contract/problem-error';
import { saveEvidence } from '@/lib/store/batches';
import type { OpenBatch } from '@/lib/store/queue';
import { type TakenServer, describeConflicts, takenServers } from '../conflicts';
import type { SendContext } from '../send-context';
import { adopt } from './adopt';
import { type Conclusion, conclude } from './conclude';
import { evidenceOf } from './evidence';
import { matchBatch } from './match-batch';
import type { Match } from './match-job';
import { keyIn, moveOpenBatch } from './move-open-batch';
import { type Reading, readPointers } from './read-jobs';
import { doubtOf, nextLook } from './schedule';

/** What was seen of a batch in doubt: among the jobs that were read, and where its servers point. */
interface Seen {
  reading: Reading;
  others: Match['others'];
  taken: readonly TakenServer[];
  failbackJobIDs: string[];
}

/** Looks for the job of a batch in doubt among those that were read, and does what follows from it. */
export async function reconcileBatch(
  sendContext: SendContext,
  batch: OpenBatch,
  reading: Reading,
): Promise<void> {
  const doubt = doubtOf(sendContext, batch);
  doubt.looks += 1;
  doubt.nextLook = nextLook(sendContext, batch, doubt);
  const { job, others } = matchBatch(sendContext, batch, reading.jobs);
  const taken = takenByOthers(sendContext, batch, others);
  const observation = {
    batch,
    job,
    isTaken: taken.length > 0,
    isAmbiguous: others.some(({ mayBeOwn }) => mayBeOwn),
    elapsed: reading.began - doubt.since,
    settle: sendContext.context.config.settleMilliseconds,
    looks: doubt.looks,
    wereServersAsked: false,
  };
  const conclusion = conclude(observation);
  const seen = { reading, others, taken, failbackJobIDs: [] };
  if (conclusion.kind !== 'ask-servers') return carryOut(sendContext, batch, conclusion, seen);
  const pointers = await readPointers(sendContext, batch, reading);
  const pointed = matchBatch(sendContext, batch, pointers.jobs);
  const all = [...others, ...pointed.others];
  const second = conclude({
    ...observation,
    job: pointed.job,
    isAmbiguous: all.some(({ mayBeOwn }) => mayBeOwn),
    wereServersAsked: true,
  });
  const allSeen = { ...seen, others: all, failbackJobIDs: pointers.ids };
  return carryOut(sendContext, batch, second, allSeen);
}

/** The servers of a batch that running jobs have which are certainly not its own. */
function takenByOthers({ target }: SendContext, batch: OpenBatch, others: Match['others']) {
  const jobs = others.filter(({ mayBeOwn }) => !mayBeOwn).map(({ job }) => job);
  return takenServers(target, batch.recoveryInstanceIDs, jobs);
}

/** Does what was concluded. */
async function carryOut(
  sendContext: SendContext,
  batch: OpenBatch,
  conclusion: Conclusion,
  seen: Seen,
): Promise<void> {
  switch (conclusion.kind) {
    case 'found':
      await adopt(sendContext, batch, conclusion.job);
      break;
    case 'unanswered':
      await moveOpenBatch(sendContext, batch, conclusion.transition, { problem: INTERRUPTED });
      break;
    case 'taken': {
      const conflicts = await describeConflicts(sendContext.context, seen.taken);
      const problem = batch.problem && { ...batch.problem, conflicts };
      await moveOpenBatch(sendContext, batch, conclusion.transition, { problem });
      break;
    }
    case 'refused':
    case 'uncertain':
      await keepEvidence(sendContext, batch, seen);
      if (conclusion.transition === 'park') checkpoint('before-park');
      await moveOpenBatch(sendContext, batch, conclusion.transition);
      break;
    case 'look-again':
      await keepEvidence(sendContext, batch, seen);
      break;
    case 'wait':
    case 'ask-servers':
  }
}

async function keepEvidence(sendContext: SendContext, batch: OpenBatch, seen: Seen) {
  const { store, clock } = sendContext.context;
  const evidence = evidenceOf(batch, seen, clock.now());
  await saveEvidence(await store(), keyIn(sendContext, batch), evidence);
}

const INTERRUPTED = describeProblem({
  status: 504,
  code: 'interrupted',
  title: 'The answer of DRS was not seen',
  detail: 'Homeward ended while it waited for the answer of DRS.',
});
