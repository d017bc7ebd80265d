import { describeJob } from '../describe/job';
import { conflict, notSimulated, validation } from '../errors';
import { checkQuotas } from '../rules/quotas';
import { RecoverySnapshotID, SourceServerID, TagsMap, TrueOrFalse } from '../shapes/model';
import { required } from '../shapes/shape';
import { addRecoveryJob } from '../world/add-recovery-job';
import type { Moment, Worlds } from '../world/moment';
import { lastLaunchOf, sourceServerStateOf } from '../world/source-server-state';
import type { SourceServer } from '../world/source-server';
import type { World } from '../world/world';
import { operation } from './operation';

/**
 * The launch of a reversed server in the Region it came from; a recovery in the other direction is not simulated.
 * https://docs.aws.amazon.com/drs/latest/APIReference/API_StartRecovery.html
 */
export const startRecovery = operation({
  input: {
    type: 'structure',
    members: {
      sourceServers: required({
        type: 'list',
        length: [1, 200],
        of: {
          type: 'structure',
          members: {
            sourceServerID: required(SourceServerID),
            recoverySnapshotID: RecoverySnapshotID,
          },
        },
      }),
      isDrill: TrueOrFalse,
      tags: TagsMap,
    },
  },
  status: 202,
  run: ({ world, worlds, input, moment, quotas }) => {
    const ids = new Set(input.sourceServers.map(({ sourceServerID }) => sourceServerID));
    const servers = [...ids].map((id) => find(world, id));
    checkQuotas(world, servers.length, quotas, moment);
    for (const server of servers) checkState(worlds, world, server, moment);
    const { isDrill = false, tags } = input;
    const job = addRecoveryJob(worlds, world, servers, moment, {
      isDrill,
      ...(tags ? { tags } : {}),
    });
    return { job: describeJob(world, job, moment) };
  },
});

function find(world: World, id: string): SourceServer {
  const server = world.sourceServers[id];
  // The operation declares no error for an unknown server; this one is assumed.
  if (!server) throw validation('other', `Source Server ${id} was not found in this account.`);
  if (server.replicationDirection === 'FAILBACK') return server;
  throw notSimulated(`StartRecovery of ${id}, which is replicated into this Region for recovery,`);
}

function checkState(worlds: Worlds, world: World, server: SourceServer, moment: Moment) {
  const { sourceServerID } = server;
  if (lastLaunchOf(world, server, moment)?.status === 'PENDING') {
    throw conflict(
      'One or more of the Source Servers included in API call are currently being processed by a Job',
      sourceServerID,
      'source-server',
    );
  }
  if (!sourceServerStateOf(worlds, world, server, moment).replication?.isConsistent) {
    throw conflict(
      `Source Server ${sourceServerID} has no point in time to recover from yet.`,
      sourceServerID,
      'source-server',
    );
  }
}
