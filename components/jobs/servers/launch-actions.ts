import type { ParticipatingServer } from '@/lib/contract/job';

type ActionRun = NonNullable<
  NonNullable<ParticipatingServer['launchActionsStatus']>['runs']
>[number];

/** The name of a launch action: the one its author gave, or that of DRS. */
export function actionName({ action, runId }: ActionRun): string {
  return action?.name ?? action?.actionCode ?? action?.actionId ?? runId ?? 'Launch action';
}

/** A launch action that DRS ran on a server, as one line: what, how it stands, and why it failed. */
export function actionLine(run: ActionRun): string {
  const { status, failureReason } = run;
  const line = `${actionName(run)}: ${status ?? 'no status'}`;
  return failureReason ? `${line}. ${failureReason}` : line;
}

/** The launch actions of a server in the order DRS runs them. */
export function actionRuns({ launchActionsStatus }: ParticipatingServer): ActionRun[] {
  return (launchActionsStatus?.runs ?? []).toSorted(
    (one, other) => (one.action?.order ?? 0) - (other.action?.order ?? 0),
  );
}
