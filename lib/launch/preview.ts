import type { FailbackLaunchRequest } from '@/lib/contract/failback-launch';
import type { FailbackLaunchPreview } from '@/lib/contract/failback-launch-preview';
import type { Problem } from '@/lib/contract/problem';
import { problemIn } from '@/lib/contract/problem-error';
import { startFailbackLaunchCommand } from './command';
import type { LaunchContext } from './context';
import { dispatcherOf } from './dispatcher';
import { refusalByHolders } from './holders';
import { admissible, planBatches } from './plan';
import { refusalOf } from './refusals';
import { selectionHash } from './selection-hash';
import { type Survey, chosenServers, surveyServers } from './survey';
import { usageOf } from './usage';

/** A preview is looked at for a while, so a reading of this age in milliseconds will do. */
const MAX_AGE = 2_000;

/** What a launch would do: the same survey and the same plan as the launch itself, and no effect. */
export async function previewLaunch(
  context: LaunchContext,
  request: FailbackLaunchRequest,
): Promise<FailbackLaunchPreview> {
  const survey = await surveyServers(context, request, MAX_AGE);
  const target = context.targets.get(request.target);
  const quotas = dispatcherOf(context, target).limits.now();
  const inUse = usageOf(survey.jobs);
  const chosen = chosenServers(survey, request);
  const ids = chosen.map(({ recoveryInstanceID }) => recoveryInstanceID);
  const batches = planBatches(ids, quotas, inUse);
  const queue = batches.map((batch) => ({ servers: batch.recoveryInstanceIDs.length }));
  return {
    target: request.target,
    asOf: survey.asOf.toISOString(),
    selectionHash: selectionHash(request.target, chosen),
    launchable: survey.launchable,
    caution: survey.caution,
    blocked: survey.blocked,
    batches,
    batchesAtOnce: admissible(queue, quotas, inUse).length,
    quotas,
    inUse,
    serversPerJob: quotas.serversPerJob,
    warnings: request.withoutTags ? [WITHOUT_TAGS] : [],
    problem: await problemOf(context, survey, request, ids),
    commands: batches.map((batch) =>
      startFailbackLaunchCommand(target.config.region, batch.recoveryInstanceIDs, request.tags),
    ),
  };
}

/** Why the launch would be refused: by what was surveyed, by an earlier launch, or by a store that cannot be used. */
async function problemOf(
  context: LaunchContext,
  survey: Survey,
  request: FailbackLaunchRequest,
  ids: string[],
): Promise<Problem | null> {
  const refused = refusalOf(survey, request);
  if (refused) return refused.problem;
  try {
    return (await refusalByHolders(context, request.target, ids))?.problem ?? null;
  } catch (error) {
    const problem = problemIn(error);
    if (problem) return problem;
    throw error;
  }
}

const WITHOUT_TAGS =
  'Sent without the tag that tells its jobs from all others. Should an answer of DRS be lost, its job can be recognised by its servers only, and the launch stays in doubt more often.';
