import { conflict } from '../errors';
import { runningJobOf } from '../world/presence';
import type { Moment } from '../world/moment';
import type { RecoveryInstance } from '../world/recovery-instance';
import type { World } from '../world/world';

/** Refuses a server that a job is at work on; the sentence is that of the live service for source servers. */
export function refuseBusy(world: World, instance: RecoveryInstance, moment: Moment) {
  if (!runningJobOf(world, instance, moment)) return;
  throw conflict(
    'One or more of the Recovery Instances included in API call are currently being processed by a Job',
    instance.recoveryInstanceID,
  );
}

/** Refuses an instance in words of our own, which say why. */
export function refuse({ recoveryInstanceID }: RecoveryInstance, why: string): never {
  throw conflict(`Recovery Instance ${recoveryInstanceID} ${why}`, recoveryInstanceID);
}
