import type { FailbackLaunchRequest } from '@/lib/contract/failback-launch';
import type { PreviewedServer } from '@/lib/contract/failback-launch-preview';
import type { ProblemError } from '@/lib/contract/problem-error';
import { refusal } from '@/lib/contract/problem-error';
import { refusalOfDuplicate } from '@/lib/targets/duplicate-target';
import { conflictsIn } from '../conflicts';
import type { LaunchContext } from '../context';
import { changesSince } from './selection-hash';
import { type Survey, allServers } from './survey';

/** Why the surveyed servers may not be launched as asked, and the jobs in the way; undefined when they may. */
export async function refusalOf(
  context: LaunchContext,
  survey: Survey,
  request: FailbackLaunchRequest,
): Promise<ProblemError | undefined> {
  const target = context.targets.get(request.target);
  const refused = refusalOfDuplicate(context.targets, target) ?? judge(survey, request);
  if (!refused) return undefined;
  const conflicts = await conflictsIn(
    { context, target },
    survey.blocked.map(({ recoveryInstanceID }) => recoveryInstanceID),
    survey.jobs,
  );
  return conflicts.length > 0 ? refusal({ ...refused.problem, conflicts }) : refused;
}

function judge(survey: Survey, request: FailbackLaunchRequest): ProblemError | undefined {
  const { target, acceptCaution, selectionHash } = request;
  if (survey.unknown.length > 0) return unknownInstances(survey.unknown, target);
  const changes = selectionHash ? changesSince(selectionHash, target, allServers(survey)) : [];
  if (changes.length > 0) {
    return refusal({
      status: 409,
      code: 'preview-changed',
      title: 'Something has changed since the preview',
      detail: `${changes.length === 1 ? changes[0] : `${changes.length} things have changed.`} Nothing was launched. Look at the preview again.`,
      fields: changes.map((detail) => ({ pointer: '/recoveryInstanceIDs', detail })),
    });
  }
  if (survey.blocked.length > 0) {
    return refusal({
      status: 409,
      code: 'not-ready',
      title: 'Not every server can be launched',
      detail: `${survey.blocked.length} of the servers cannot be launched now. Leave them out, or see to them first.`,
      fields: survey.blocked.map(toField),
    });
  }
  if (survey.caution.length > 0 && !acceptCaution) {
    return refusal({
      status: 409,
      code: 'caution-not-accepted',
      title: 'Some servers need a decision',
      detail: `${survey.caution.length} of the servers would lose data or are otherwise in doubt. Leave them out, or send acceptCaution: true.`,
      fields: survey.caution.map(toField),
    });
  }
  return undefined;
}

function unknownInstances(ids: readonly string[], target: string): ProblemError {
  return refusal({
    status: 404,
    code: 'unknown-recovery-instances',
    title: 'Unknown recovery instance',
    detail: `DRS knows no such recovery instance in ${target}: ${ids.join(', ')}. Check the ids and the target.`,
  });
}

/** A server and why it may not be launched. */
export function toField({ recoveryInstanceID, name, readiness }: PreviewedServer) {
  const sentence = readiness.reasons[0]?.sentence ?? '';
  return {
    pointer: '/recoveryInstanceIDs',
    detail: `${name} (${recoveryInstanceID}): ${sentence}`,
  };
}
