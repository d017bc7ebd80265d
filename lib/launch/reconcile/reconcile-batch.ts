import { checkpoint } from '@/lib/checkpoints';
import { describeProblem } from '@/lib/contract/problem-error';
import type { OpenBatch } from '@/lib/store/queue';
import { type TakenServer, describeConflicts, takenServers } from '../conflicts';
import type { SendContext } from '../send-context';
import type { Match } from './match-job';
import { adopt } from './adopt';
import { type Conclusion, conclude } from './conclude';
import { keepEvidence } from './evidence';
import { matchBatch } from './match-batch';
import { moveOpenBatch } from './move-open-batch';
import { doubtOf, nextLook } from './schedule';
import { type Pointers, type Reading, readPointers } from './read-jobs';

/** What was seen of a batch in doubt: among the jobs that were read, and where its servers point. */
interface Seen {
  reading: Reading;
  others: Match['others'];
  taken: readonly TakenServer[];
  pointers: Pointers;
}

const NO_POINTERS: Pointers = { ids: [], jobs: [] };

/** Looks for the job of a batch in doubt among those that were read. Resolves to whether it was found. */
export async function reconcileBatch(
  sendContext: SendContext,
  batch: OpenBatch,
  reading: Reading,
): Promise<boolean> {
  const doubt = doubtOf(sendContext, batch);
  doubt.looks += 1;
  doubt.nextLook = nextLook(sendContext, batch, doubt);
  const { job, others } = matchBatch(sendContext, batch, reading.jobs);
  const taken = takenByOthers(sendContext, batch, others);
  const sighting = {
    batch,
    job,
    isTaken: taken.length > 0,
    isAmbiguous: others.some(({ mayBeOwn }) => mayBeOwn),
    elapsed: reading.began - doubt.since,
    settle: sendContext.context.config.settleMilliseconds,
    looks: doubt.looks,
    wereServersAsked: false,
  };
  const conclusion = conclude(sighting);
  const seen = { reading, others, taken, pointers: NO_POINTERS };
  if (conclusion.kind !== 'ask-servers') return act(sendContext, batch, conclusion, seen);
  const pointers = await readPointers(sendContext, batch, reading.jobs);
  const pointed = matchBatch(sendContext, batch, pointers.jobs);
  const all = [...others, ...pointed.others];
  const second = conclude({
    ...sighting,
    job: pointed.job,
    isAmbiguous: all.some(({ mayBeOwn }) => mayBeOwn),
    wereServersAsked: true,
  });
  return act(sendContext, batch, second, { ...seen, others: all, pointers });
}

/** The servers of a batch that running jobs have which are certainly not its own. */
function takenByOthers({ target }: SendContext, batch: OpenBatch, others: Match['others']) {
  const jobs = others.filter(({ mayBeOwn }) => !mayBeOwn).map(({ job }) => job);
  return takenServers(target, batch.recoveryInstanceIDs, jobs);
}

/** Does what was concluded. Resolves to whether the job of the batch was found. */
async function act(
  sendContext: SendContext,
  batch: OpenBatch,
  conclusion: Conclusion,
  { reading, others, taken, pointers }: Seen,
): Promise<boolean> {
  const note = () => keepEvidence(sendContext, batch, reading, others, pointers.ids);
  switch (conclusion.kind) {
    case 'found':
      return adopt(sendContext, batch, conclusion.job);
    case 'unanswered':
      await moveOpenBatch(sendContext, batch, conclusion.transition, { problem: INTERRUPTED });
      break;
    case 'taken': {
      const conflicts = await describeConflicts(sendContext.context, taken);
      const problem = batch.problem && { ...batch.problem, conflicts };
      await moveOpenBatch(sendContext, batch, conclusion.transition, { problem });
      break;
    }
    case 'look-again':
      await note();
      break;
    case 'refused':
    case 'uncertain':
      await note();
      if (conclusion.transition === 'park') checkpoint('before-park');
      await moveOpenBatch(sendContext, batch, conclusion.transition);
      break;
    case 'wait':
    case 'ask-servers':
      break;
  }
  return false;
}

const INTERRUPTED = describeProblem({
  status: 504,
  code: 'interrupted',
  title: 'The answer of DRS was not seen',
  detail: 'Homeward ended while it waited for the answer of DRS.',
});
