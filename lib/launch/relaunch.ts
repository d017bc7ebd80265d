import type { Batch, FailbackLaunch } from '@/lib/contract/failback-launch';
import type { RelaunchSelection } from '@/lib/contract/failback-launch-actions';
import type { ServerOutcome } from '@/lib/contract/job';
import type { RecoveryInstance } from '@/lib/contract/recovery-instance';
import { COMPLETED_STATE } from '@/lib/readiness/rules/failback-states';
import type { LaunchContext } from './context';
import { describeLaunch } from './describe';
import { readLaunch } from './read';

/** The servers of a launch on record that it did not bring home. Throws a ProblemError when there is no such launch. */
export async function relaunchOf(
  context: LaunchContext,
  launchID: string,
): Promise<RelaunchSelection> {
  const launch = await readLaunch(context, launchID);
  const described = await describeLaunch(context, launch, { withLogs: true });
  const fleet = context.targets.find(launch.target)?.watch.fleet.last()?.value ?? [];
  const instances = new Map(fleet.map((item) => [item.recoveryInstanceID, item]));
  return relaunchSelection(described, (id) => instances.get(id));
}

/** Why a server is no part of another launch; undefined when it is: it did not go home, and that is certain. */
type Reason = string | undefined;

/** The servers of a launch that failed, were refused or were never sent, for another launch with the same tags. */
export function relaunchSelection(
  launch: FailbackLaunch,
  instanceOf: (recoveryInstanceID: string) => RecoveryInstance | undefined,
): RelaunchSelection {
  const judged = launch.batches.flatMap((batch) =>
    batch.recoveryInstanceIDs.map((recoveryInstanceID) => ({
      recoveryInstanceID,
      reason:
        reasonIn(batch, recoveryInstanceID, instanceOf(recoveryInstanceID)?.sourceServerID) ??
        reasonToday(instanceOf(recoveryInstanceID)),
    })),
  );
  return {
    target: launch.target,
    recoveryInstanceIDs: judged.flatMap((one) =>
      one.reason === undefined ? one.recoveryInstanceID : [],
    ),
    tags: launch.tags,
    leftOut: judged.flatMap(({ recoveryInstanceID, reason }) =>
      reason === undefined ? [] : { recoveryInstanceID, reason },
    ),
  };
}

function reasonIn(batch: Batch, recoveryInstanceID: string, sourceServerID?: string): Reason {
  switch (batch.state) {
    case 'rejected':
    case 'cancelled':
      return undefined;
    case 'dismissed':
      return 'A person said that it is not needed.';
    case 'planned':
      return 'It waits for its turn.';
    case 'accepted':
    case 'found':
      return reasonOfOutcome(
        batch.outcome?.servers.find(
          (server) =>
            server.recoveryInstanceID === recoveryInstanceID ||
            (sourceServerID !== undefined && server.sourceServerID === sourceServerID),
        ),
      );
    default:
      return 'Its outcome is not known.';
  }
}

/** A later launch may have brought it home. */
function reasonToday(instance: RecoveryInstance | undefined): Reason {
  return instance?.failback?.state === COMPLETED_STATE ? 'It is home already.' : undefined;
}

function reasonOfOutcome(server: ServerOutcome | undefined): Reason {
  switch (server?.outcome) {
    case 'failed':
    case 'skipped':
    case 'cancelled':
      return undefined;
    case 'launched':
      return 'It went home.';
    case 'running':
      return 'It is on its way.';
    default:
      return 'Its outcome is not known.';
  }
}
