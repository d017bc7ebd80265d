import { type Fact, type FactOf, factsFrom, lastFact } from './facts';
import { type Failback, failbackStateOf } from './failback';
import type { Moment } from './moment';
import { REPLICATION_STEPS, planOf } from './plan';
import type { RecoveryInstance } from './recovery-instance';
import { replicationAt } from './replication-at';

/** The failback of a server that came from AWS: its replication is reversed, to where it came from. */
export function failbackInAWS(
  instance: RecoveryInstance,
  facts: readonly Fact[],
  moment: Moment,
): Failback {
  const begin = lastFact(facts, 'reversed', 'origin-unreadable');
  if (!begin) {
    return {
      failbackState: 'FAILBACK_NOT_READY_FOR_LAUNCH',
      replicationState: 'NOT_STARTED',
    };
  }
  if (begin.kind === 'reversed') {
    return reversed(instance, begin, factsFrom(facts, begin), moment);
  }
  return {
    failbackState: 'FAILBACK_LAUNCH_STATE_NOT_AVAILABLE',
    replicationState: 'REPLICATION_STATE_NOT_AVAILABLE',
  };
}

function reversed(
  { machine }: RecoveryInstance,
  begin: FactOf<'reversed'>,
  facts: readonly Fact[],
  moment: Moment,
): Failback {
  const plan = planOf(machine, begin.rescan ? 'RESCAN' : 'INITIAL_SYNC', REPLICATION_STEPS);
  const course = { machine, plan, facts, began: begin.at };
  const replication = replicationAt(course, moment.now, moment.speedHistory);
  if (begin.rescan && replication.state === 'INITIATING') {
    // The agent is pointed to a source server that is there already; for a moment nobody sees it.
    const { initiation: _, ...silent } = replication;
    return {
      failbackState: 'FAILBACK_IN_PROGRESS',
      replicationState: 'STALLED',
      replication: { ...silent, state: 'STALLED', error: 'AGENT_NOT_SEEN' },
      attempt: begin,
    };
  }
  return {
    failbackState: failbackStateOf(replication, moment),
    replicationState: replication.state,
    replication,
    attempt: begin,
  };
}
