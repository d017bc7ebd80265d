import { memoizeByObject } from '../memoize-by-object';
import { type InstanceState, stateOf } from '../world/instance-state';
import type { Moment } from '../world/moment';
import { launchedAt } from '../world/presence';
import type { RecoveryInstance } from '../world/recovery-instance';
import { type World, arnOf } from '../world/world';
import { lastBeat } from './beat';
import { describeFailback } from './failback';
import { describeMachine } from './machine';
import { describeReplication } from './replication';
import { writeReports } from './reports';
import { type TimestampFormat, wireTime } from './wire-time';

/** The version of the agent, in the form that the user guide gives. */
export const AGENT_VERSION = '6.42.12.2025.353.1309';

/** The recovery instance as DescribeRecoveryInstances gives it at a moment, written as JSON in three pieces. */
export function writeRecoveryInstance(
  world: World,
  instance: RecoveryInstance,
  moment: Moment,
): readonly Buffer[] {
  const { recoveryInstanceID, tags } = instance;
  const { now, timestamps } = moment;
  const launched = launchedAt(world, instance, moment) ?? now;
  const updated = lastBeat(recoveryInstanceID, 3_600, launched, now);
  const state = stateOf(world, instance, moment);
  return [
    lastingMembers(instance, world, tags, launched, updated, timestamps),
    membersOfState(state, instance, timestamps),
    Buffer.from(`,${writeReports(instance, state, launched, moment)}}}`),
  ];
}

/** The members that hardly ever change, which are most of the text. The object is left open. */
const lastingMembers = memoizeByObject(
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

/** The members that change with the state, which is the same object while nothing moves. The failback is left open. */
const membersOfState = memoizeByObject(
  (state: InstanceState, instance: RecoveryInstance, timestamps: TimestampFormat): Buffer => {
    const { replication, replicationState, attempt, ec2InstanceState } = state;
    const members = {
      ec2InstanceState,
      dataReplicationInfo: {
        ...describeReplication(instance.machine, replication, replicationState, timestamps),
        ...(attempt?.kind === 'reversed' ? { stagingAvailabilityZone: `${attempt.region}a` } : {}),
      },
      failback: describeFailback(instance, state, timestamps),
    };
    return Buffer.from(`,${JSON.stringify(members).slice(1, -2)}`);
  },
);
