import type { FailbackLaunchRequest } from '@/lib/contract/failback-launch';
import type { FailbackLaunchPreview } from '@/lib/contract/failback-launch-preview';
import { startFailbackLaunchCommand } from './command';
import type { LaunchContext } from './context';
import { admissible, planBatches } from './plan';
import { refusalOf } from './refusals';
import { selectionHash } from './selection-hash';
import { chosenServers, surveyServers } from './survey';
import { usageOf } from './usage';

/** A preview is looked at for a while, so a reading of this age in milliseconds will do. */
const MAX_AGE = 2_000;

/** What a launch would do: the same survey and the same plan as the launch itself, and no effect. */
export async function previewLaunch(
  context: LaunchContext,
  request: FailbackLaunchRequest,
): Promise<FailbackLaunchPreview> {
  const survey = await surveyServers(context, request, MAX_AGE);
  const { region, serversPerJob, jobsAtOnce, serversInAllJobs } = context.targets.get(
    request.target,
  ).config;
  const quotas = { serversPerJob, jobsAtOnce, serversInAllJobs };
  const inUse = usageOf(survey.jobs);
  const chosen = chosenServers(survey, request);
  const batches = planBatches(
    chosen.map(({ recoveryInstanceID }) => recoveryInstanceID),
    quotas,
    inUse,
  );
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
    serversPerJob,
    warnings: request.withoutTags ? [WITHOUT_TAGS] : [],
    problem: refusalOf(survey, request)?.problem ?? null,
    commands: batches.map((batch) =>
      startFailbackLaunchCommand(region, batch.recoveryInstanceIDs, request.tags),
    ),
  };
}

const WITHOUT_TAGS =
  'Sent without the tag that tells its jobs from all others. Should an answer of DRS be lost, its job can be recognised by its servers only, and the launch stays in doubt more often.';
