import { oncePer } from '../once';
import { lifeOf } from '../world/life';
import type { Machine } from '../world/machine';
import type { Moment } from '../world/moment';
import { launchedAt } from '../world/presence';
import type { RecoveryInstance } from '../world/recovery-instance';
import type { Replication } from '../world/replication';
import { type World, arnOf } from '../world/world';
import { lastBeat } from './beat';
import { describeFailback } from './failback';
import { describeMachine } from './machine';
import { describeReplication } from './replication';
import { type TimestampFormat, wireTime } from './wire-time';

/** The version of the agent, in the form that the user guide gives. */
export const AGENT_VERSION = '6.42.12.2025.353.1309';

/** The recovery instance as DescribeRecoveryInstances gives it at a moment, written as JSON in two pieces. */
export function writeRecoveryInstance(
  world: World,
  instance: RecoveryInstance,
  moment: Moment,
): readonly Buffer[] {
  const { machine, recoveryInstanceID, tags } = instance;
  const { now, timestamps } = moment;
  const life = lifeOf(world, instance, moment);
  const launched = launchedAt(world, instance, moment) ?? now;
  const updated = lastBeat(recoveryInstanceID, 3_600, launched, now);
  const lasting = lastingMembers(instance, world, tags, launched, updated, timestamps);
  const failback = JSON.stringify(describeFailback(instance, life, launched, moment));
  const { replication, replicationState: state, attempt } = life;
  const stagedIn = attempt?.kind === 'reversed' ? attempt.region : undefined;
  const info = writeReplication(machine, replication, state, stagedIn, timestamps);
  const moving = `,"ec2InstanceState":"${life.ec2InstanceState}","failback":${failback},"dataReplicationInfo":${info}}`;
  return [lasting, Buffer.from(moving)];
}

/** What hardly ever changes of an instance, and most of its text: an object that is not closed. */
const lastingMembers = oncePer(
  (
    instance: RecoveryInstance,
    world: World,
    tags: RecoveryInstance['tags'],
    launched: number,
    updated: number,
    timestamps: TimestampFormat,
  ): Buffer => {
    const { recoveryInstanceID, machine, origin } = instance;
    const members = {
      recoveryInstanceID,
      ec2InstanceID: recoveryInstanceID,
      arn: arnOf(world, `recovery-instance/${recoveryInstanceID}`),
      sourceServerID: instance.sourceServerID,
      jobID: instance.jobID,
      isDrill: instance.isDrill,
      originEnvironment: origin ? 'AWS' : 'ON_PREMISES',
      ...(origin ? { originAvailabilityZone: origin.availabilityZone } : {}),
      pointInTimeSnapshotDateTime: wireTime(launched - 600_000, timestamps),
      agentVersion: AGENT_VERSION,
      tags,
      recoveryInstanceProperties: {
        lastUpdatedDateTime: wireTime(updated, timestamps),
        ...describeMachine(machine, recoveryInstanceID),
        disks: machine.disks.map(({ deviceName, bytes, volumeID }) => ({
          internalDeviceName: deviceName,
          bytes,
          ebsVolumeID: volumeID,
        })),
      },
    };
    return Buffer.from(JSON.stringify(members).slice(0, -1));
  },
);

/** Its replication, which stays the same object while nothing moves. */
const writeReplication = oncePer(
  (
    machine: Machine,
    replication: Replication | undefined,
    state: string,
    stagedIn: string | undefined,
    timestamps: TimestampFormat,
  ): string =>
    JSON.stringify({
      ...describeReplication(machine, replication, state, timestamps),
      ...(stagedIn === undefined ? {} : { stagingAvailabilityZone: `${stagedIn}a` }),
    }),
);
