import type { FailbackLaunchRequest } from '@/lib/contract/failback-launch';
import type {
  FailbackLaunchPreview,
  PreviewedServer,
} from '@/lib/contract/failback-launch-preview';
import type { Problem } from '@/lib/contract/problem';
import { problemIn } from '@/lib/contract/problem-error';
import { type OpenHolder, openHolders } from '@/lib/store/open-holders';
import { startFailbackLaunchCommand } from './command';
import type { LaunchContext } from '../context';
import { dispatcherOf } from '../queue/dispatcher';
import { withoutHeld } from './held-servers';
import { refusalByHolders } from './holders';
import { admissible, planBatches } from '../plan';
import { refusalOf } from './refusals';
import { selectionHash } from './selection-hash';
import { allServers, chosenServers, surveyServers } from './survey';
import { usageOf } from '../queue/usage';

/** A preview is looked at for a while, so a reading of this age in milliseconds will do. */
const MAX_AGE = 2_000;

/** What a launch would do: the same survey and the same plan as the launch itself, and no effect. */
export async function previewLaunch(
  context: LaunchContext,
  request: FailbackLaunchRequest,
): Promise<FailbackLaunchPreview> {
  const surveyed = await surveyServers(context, request, MAX_AGE);
  const earlier = await findHolders(context, request.target, allServers(surveyed));
  const survey = withoutHeld(surveyed, earlier.holders);
  const refused = await refusalOf(context, surveyed, request);
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
    problem: refused?.problem ?? earlier.problem,
    commands: batches.map((batch) =>
      startFailbackLaunchCommand(target.config.region, batch.recoveryInstanceIDs, request.tags),
    ),
  };
}

/** The earlier launches that have some of the servers, and the refusal they mean; or why the store cannot tell. */
async function findHolders(
  context: LaunchContext,
  target: string,
  servers: readonly PreviewedServer[],
): Promise<{ holders: OpenHolder[]; problem: Problem | null }> {
  const ids = servers.map(({ recoveryInstanceID }) => recoveryInstanceID);
  try {
    const holders = await openHolders(await context.store(), target, ids);
    return { holders, problem: refusalByHolders(holders)?.problem ?? null };
  } catch (error) {
    const problem = problemIn(error);
    if (problem) return { holders: [], problem };
    throw error;
  }
}

const WITHOUT_TAGS =
  'Sent without the tag that tells its jobs from all others. Should an answer of DRS be lost, its job can be recognised by its servers only, and the launch stays in doubt more often.';
