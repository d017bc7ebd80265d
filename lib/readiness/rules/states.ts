import type { Facts } from '../facts';
import { FAILBACK_STATES, LAUNCHABLE_STATE } from './failback-states';
import { lookUp } from '../look-up';
import { HEALTHY_REPLICATION, LAGGING_REPLICATION, REPLICATION_STATES } from './replication-states';
import { type Finding, unknownValue } from '../rule';

/** The failback state of an instance that came from AWS speaks of another launch. */
export function judgeFailbackState({ failbackState, procedure }: Facts): Finding {
  if (procedure.kind === 'in-aws') return 'not-applicable';
  if (failbackState === LAUNCHABLE_STATE) return 'pass';
  return lookUp(FAILBACK_STATES, failbackState) ?? unknownValue('failback state', failbackState);
}

/** Before and after Ready the failback state already says it all. */
export function judgeReplicationState({ mayBeLaunchable, replicationState }: Facts): Finding {
  if (!mayBeLaunchable) return 'not-applicable';
  if (replicationState === HEALTHY_REPLICATION || replicationState === LAGGING_REPLICATION) {
    return 'pass';
  }
  return (
    lookUp(REPLICATION_STATES, replicationState) ??
    unknownValue('replication state', replicationState)
  );
}
