import { clientLostSince } from '../world/client';
import { factsUntil, lastFact } from '../world/facts';
import type { InstanceState } from '../world/instance-state';
import type { Moment } from '../world/moment';
import type { RecoveryInstance } from '../world/recovery-instance';
import { lastBeat } from './beat';
import { wireDuration, wireTime } from './wire-time';

/**
 * The members of a failback that change even while nothing happens: when the client and the agent were last seen, and for
 * how long the instance has been replicated. JSON without braces.
 */
export function writeReports(
  instance: RecoveryInstance,
  { attempt, replication, completed }: InstanceState,
  launched: number,
  { now, timestamps }: Moment,
): string {
  const { recoveryInstanceID, facts } = instance;
  const until = completed ?? now;
  const seen = Math.min(until, lastFact(facts, 'disconnected', 'terminated')?.at ?? until);
  const agentSeen = lastBeat(recoveryInstanceID, 20, launched, seen);
  let text = `"agentLastSeenByServiceDateTime":"${wireTime(agentSeen, timestamps)}"`;
  if (attempt?.kind === 'client-booted') {
    const time = wireTime(clientSeen(instance, attempt.at, seen), timestamps);
    text += `,"failbackClientLastSeenByServiceDateTime":"${time}"`;
  }
  if (replication?.firstByte !== undefined) {
    const elapsed = wireDuration((until - replication.firstByte) / 1_000);
    text += `,"elapsedReplicationDuration":"${elapsed}"`;
  }
  return text;
}

function clientSeen({ recoveryInstanceID, facts }: RecoveryInstance, booted: number, now: number) {
  const until = clientLostSince(factsUntil(facts, now)) ?? now;
  return lastBeat(`client ${recoveryInstanceID}`, 10, booted, until);
}
