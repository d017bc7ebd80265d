import { clientLostSince } from '../world/client';
import { factsUntil, lastFact } from '../world/facts';
import type { Life } from '../world/life';
import type { Moment } from '../world/moment';
import type { RecoveryInstance } from '../world/recovery-instance';
import { lastBeat } from './beat';
import { wireDuration, wireTime } from './wire-time';

/** The failback of a recovery instance that was launched at an instant, as it stands at a moment. */
export function describeFailback(
  instance: RecoveryInstance,
  life: Life,
  launched: number,
  moment: Moment,
) {
  const { attempt, replication, failbackJobID } = life;
  const { timestamps } = moment;
  const until = life.completed ?? moment.now;
  const agentGone = lastFact(instance.facts, 'disconnected', 'terminated')?.at ?? until;
  const seen = Math.min(until, agentGone);
  const firstByte = replication?.firstByte;
  return {
    state: life.failbackState,
    agentLastSeenByServiceDateTime: wireTime(
      lastBeat(instance.recoveryInstanceID, 20, launched, seen),
      timestamps,
    ),
    ...(attempt
      ? {
          failbackInitiationTime: wireTime(attempt.at, timestamps),
          failbackLaunchType: instance.isDrill ? 'DRILL' : 'RECOVERY',
        }
      : {}),
    ...(attempt?.kind === 'client-booted'
      ? {
          failbackClientID: `fc-${instance.recoveryInstanceID.slice(2)}`,
          failbackToOriginalServer: attempt.toOriginalServer,
          failbackClientLastSeenByServiceDateTime: wireTime(
            clientSeen(instance, attempt.at, seen),
            timestamps,
          ),
        }
      : {}),
    ...(firstByte === undefined
      ? {}
      : {
          firstByteDateTime: wireTime(firstByte, timestamps),
          elapsedReplicationDuration: wireDuration((until - firstByte) / 1_000),
        }),
    ...(failbackJobID ? { failbackJobID } : {}),
  };
}

function clientSeen({ recoveryInstanceID, facts }: RecoveryInstance, booted: number, now: number) {
  const until = clientLostSince(factsUntil(facts, now)) ?? now;
  return lastBeat(`client ${recoveryInstanceID}`, 10, booted, until);
}
