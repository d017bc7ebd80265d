import type { FailbackLaunchPreview, FailbackLaunchRequest } from '@/lib/contract/failback-launch';
import { problemIn } from '@/lib/contract/problem-error';
import { startFailbackLaunchCommand } from './command';
import type { LaunchContext } from './context';
import { type PlannedBatch, planBatches } from './plan';
import { refusalOf } from './refusals';
import { surveyServers } from './survey';

/** A preview is looked at for a while, so a reading of this age in milliseconds will do. */
const MAX_AGE = 2_000;

/** What a launch would do: the same survey and the same plan as the launch itself, and no effect. */
export async function previewLaunch(
  context: LaunchContext,
  request: FailbackLaunchRequest,
): Promise<FailbackLaunchPreview> {
  const survey = await surveyServers(context, request, MAX_AGE);
  const chosen = [...survey.launchable, ...(request.acceptCaution ? survey.caution : [])];
  const { region, serversPerJob } = context.targets.get(request.target).config;
  const plan = tryPlan(
    chosen.map(({ recoveryInstanceID }) => recoveryInstanceID),
    serversPerJob,
  );
  const problem = refusalOf(survey, request.acceptCaution)?.problem ?? plan.problem;
  return {
    target: request.target,
    asOf: survey.asOf.toISOString(),
    launchable: survey.launchable,
    caution: survey.caution,
    blocked: survey.blocked,
    batches: plan.batches,
    serversPerJob,
    problem,
    commands: plan.batches.map((batch) =>
      startFailbackLaunchCommand(region, batch.recoveryInstanceIDs, request.tags),
    ),
  };
}

function tryPlan(ids: string[], serversPerJob: number) {
  try {
    return { batches: planBatches(ids, serversPerJob), problem: null };
  } catch (error) {
    const problem = problemIn(error);
    if (!problem) throw error;
    const none: PlannedBatch[] = [];
    return { batches: none, problem };
  }
}
