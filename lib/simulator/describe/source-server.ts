import type { Moment, Worlds } from '../world/moment';
import {
  lastLaunchOf,
  recoveryInstanceOf,
  sourceServerStateOf,
} from '../world/source-server-state';
import type { SourceServer } from '../world/source-server';
import { type World, arnOf } from '../world/world';
import { lastBeat } from './beat';
import { describeMachine } from './machine';
import { AGENT_VERSION } from './recovery-instance';
import { describeReplication } from './replication';
import { wireDuration, wireTime } from './wire-time';

/** The source server as DescribeSourceServers gives it at a moment. */
export function describeSourceServer(
  worlds: Worlds,
  world: World,
  server: SourceServer,
  moment: Moment,
) {
  const { sourceServerID, machine, origin, copies } = server;
  const state = sourceServerStateOf(worlds, world, server, moment);
  const last = lastLaunchOf(world, server, moment);
  const instance = recoveryInstanceOf(world, server, moment);
  const { timestamps } = moment;
  const replication = describeReplication(
    machine,
    state.replication,
    state.replicationState,
    timestamps,
  );
  return {
    sourceServerID,
    arn: arnOf(world, `source-server/${sourceServerID}`),
    tags: server.tags,
    ...(instance ? { recoveryInstanceId: instance.recoveryInstanceID } : {}),
    lastLaunchResult: last ? LAUNCH_RESULTS[last.status] : 'NOT_STARTED',
    dataReplicationInfo: {
      ...replication,
      replicatedDisks: replication.replicatedDisks.map((disk) => ({
        ...disk,
        volumeStatus: 'REGULAR',
      })),
      stagingAvailabilityZone: `${world.region}a`,
    },
    lifeCycle: describeLifeCycle(server, state, last, moment),
    sourceProperties: {
      lastUpdatedDateTime: wireTime(
        lastBeat(sourceServerID, 3_600, server.added, state.seen),
        moment.timestamps,
      ),
      recommendedInstanceType: 'm5.large',
      ...describeMachine(machine, copies?.recoveryInstanceID),
      disks: machine.disks.map(({ deviceName, bytes }) => ({ deviceName, bytes })),
      supportsNitroInstances: true,
    },
    stagingArea: { status: 'NOT_EXTENDED', stagingAccountID: world.accountID },
    ...(origin
      ? {
          sourceCloudProperties: {
            originAccountID: origin.accountID,
            originRegion: origin.region,
            originAvailabilityZone: origin.availabilityZone,
          },
        }
      : {}),
    replicationDirection: server.replicationDirection,
    agentVersion: AGENT_VERSION,
  };
}

const LAUNCH_RESULTS: Record<string, string> = {
  PENDING: 'PENDING',
  LAUNCHED: 'SUCCEEDED',
  FAILED: 'FAILED',
};

function describeLifeCycle(
  { sourceServerID, added }: SourceServer,
  { replication, seen }: ReturnType<typeof sourceServerStateOf>,
  last: ReturnType<typeof lastLaunchOf>,
  { now, timestamps }: Moment,
) {
  const time = (at: number) => wireTime(at, timestamps);
  const firstByte = replication?.firstByte;
  return {
    addedToServiceDateTime: time(added),
    ...(firstByte === undefined
      ? {}
      : {
          firstByteDateTime: time(firstByte),
          elapsedReplicationDuration: wireDuration((now - firstByte) / 1_000),
        }),
    lastSeenByServiceDateTime: time(lastBeat(sourceServerID, 20, added, seen)),
    ...(last
      ? {
          lastLaunch: {
            initiated: {
              apiCallDateTime: time(last.job.created),
              jobID: last.job.jobID,
              type: last.launch.isDrill ? 'DRILL' : 'RECOVERY',
            },
            status: last.status,
          },
        }
      : {}),
  };
}
