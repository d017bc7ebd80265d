import type { Job } from '../jobs/job';
import { digest } from '../random';
import { newConfiguration } from './fleet';
import type { Moment, Worlds } from './moment';
import type { RecoveryInstance } from './recovery-instance';
import { recoveryInstanceOf } from './source-server-state';
import type { SourceServer } from './source-server';
import { type World, addJob, worldKey } from './world';

interface Wanted {
  isDrill: boolean;
  tags?: Record<string, string>;
}

/** Starts the job that launches a recovery instance from each of these source servers. */
export function addRecoveryJob(
  worlds: Worlds,
  world: World,
  servers: readonly SourceServer[],
  moment: Moment,
  { isDrill, tags = {} }: Wanted,
): Job {
  const launches = servers.map((server, index) => ({
    server,
    launchOutcome: launchOutcomeOf(worlds, world, server),
    recoveryInstanceID: `i-0${newID(world, index)}`,
  }));
  const job = addJob(
    world,
    isDrill ? 'START_DRILL' : 'START_RECOVERY',
    launches.map(({ server: { sourceServerID }, launchOutcome, recoveryInstanceID }) => ({
      sourceServerID,
      recoveryInstanceID,
      launchOutcome,
    })),
    { created: moment.now, tags },
  );
  for (const { server, launchOutcome, recoveryInstanceID } of launches) {
    // A new launch terminates the instance of the launch before.
    recoveryInstanceOf(world, server, moment)?.facts.push({ kind: 'deleted', at: moment.now });
    server.launch = { jobID: job.jobID, recoveryInstanceID, isDrill };
    world.recoveryInstances[recoveryInstanceID] = {
      recoveryInstanceID,
      sourceServerID: server.sourceServerID,
      jobID: job.jobID,
      machine: server.machine,
      ...(server.origin ? { origin: server.origin } : {}),
      isDrill,
      launchOutcome,
      tags: { ...server.tags },
      configuration: newConfiguration(),
      facts: [],
    };
  }
  return job;
}

const newID = ({ seed, jobs }: World, index: number) =>
  digest(seed, 'recovered', Object.keys(jobs).length, index).slice(0, 16);

/** A machine whose name says that it fails does so wherever it is launched. */
function launchOutcomeOf(
  worlds: Worlds,
  { accountID }: World,
  { copies }: SourceServer,
): RecoveryInstance['launchOutcome'] {
  const there = worlds[worldKey(accountID, copies?.region ?? '')];
  return there?.recoveryInstances[copies?.recoveryInstanceID ?? '']?.launchOutcome ?? 'launched';
}
