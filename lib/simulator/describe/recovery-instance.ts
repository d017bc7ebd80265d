import { clientLostSince } from '../world/client';
import { lastFact } from '../world/facts';
import { type Life, lifeOf } from '../world/life';
import { launchedAt } from '../world/presence';
import type { Moment } from '../world/moment';
import type { RecoveryInstance } from '../world/recovery-instance';
import { type World, arnOf } from '../world/world';
import { lastBeat } from './beat';
import { describeMachine } from './machine';
import { describeReplication } from './replication';
import { wireDuration, wireTime } from './wire-time';

/** The version of the agent, in the form that the user guide gives. */
export const AGENT_VERSION = '6.42.12.2025.353.1309';

/** The recovery instance as DescribeRecoveryInstances gives it at a moment. */
export function describeRecoveryInstance(world: World, instance: RecoveryInstance, moment: Moment) {
  const { recoveryInstanceID, machine, origin } = instance;
  const time = (at: number) => wireTime(at, moment.timestamps);
  const life = lifeOf(world, instance, moment);
  const launched = launchedAt(world, instance, moment) ?? moment.now;
  return {
    recoveryInstanceID,
    ec2InstanceID: recoveryInstanceID,
    ec2InstanceState: life.ec2InstanceState,
    arn: arnOf(world, `recovery-instance/${recoveryInstanceID}`),
    sourceServerID: instance.sourceServerID,
    jobID: instance.jobID,
    isDrill: instance.isDrill,
    originEnvironment: origin ? 'AWS' : 'ON_PREMISES',
    ...(origin ? { originAvailabilityZone: origin.availabilityZone } : {}),
    pointInTimeSnapshotDateTime: time(launched - 600_000),
    agentVersion: AGENT_VERSION,
    tags: instance.tags,
    failback: describeFailback(instance, life, launched, moment),
    dataReplicationInfo: {
      ...describeReplication(machine, life.replication, life.replicationState, moment),
      ...(life.attempt?.kind === 'reversed'
        ? { stagingAvailabilityZone: `${life.attempt.region}a` }
        : {}),
    },
    recoveryInstanceProperties: {
      lastUpdatedDateTime: time(lastBeat(recoveryInstanceID, 3_600, launched, moment.now)),
      ...describeMachine(machine, recoveryInstanceID),
      disks: machine.disks.map(({ deviceName, bytes, volumeID }) => ({
        internalDeviceName: deviceName,
        bytes,
        ebsVolumeID: volumeID,
      })),
    },
  };
}

function describeFailback(
  instance: RecoveryInstance,
  life: Life,
  launched: number,
  moment: Moment,
) {
  const { attempt, replication, failbackJobID } = life;
  const time = (at: number) => wireTime(at, moment.timestamps);
  const until = life.completed ?? moment.now;
  const agentGone = lastFact(instance.facts, 'disconnected', 'terminated')?.at ?? until;
  const seen = Math.min(until, agentGone);
  const firstByte = replication?.firstByte;
  return {
    state: life.failbackState,
    agentLastSeenByServiceDateTime: time(lastBeat(instance.recoveryInstanceID, 20, launched, seen)),
    ...(attempt
      ? {
          failbackInitiationTime: time(attempt.at),
          failbackLaunchType: instance.isDrill ? 'DRILL' : 'RECOVERY',
        }
      : {}),
    ...(attempt?.kind === 'client-booted'
      ? {
          failbackClientID: `fc-${instance.recoveryInstanceID.slice(2)}`,
          failbackToOriginalServer: attempt.toOriginalServer,
          failbackClientLastSeenByServiceDateTime: time(clientSeen(instance, attempt.at, seen)),
        }
      : {}),
    ...(firstByte === undefined
      ? {}
      : {
          firstByteDateTime: time(firstByte),
          elapsedReplicationDuration: wireDuration((until - firstByte) / 1_000),
        }),
    ...(failbackJobID ? { failbackJobID } : {}),
  };
}

function clientSeen({ recoveryInstanceID, facts }: RecoveryInstance, booted: number, now: number) {
  const until = clientLostSince(facts.filter(({ at }) => at <= now)) ?? now;
  return lastBeat(`client ${recoveryInstanceID}`, 10, booted, until);
}
