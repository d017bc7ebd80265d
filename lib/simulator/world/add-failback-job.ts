import type { Job } from '../jobs/job';
import { clientLostSince } from './client';
import type { Moment } from './moment';
import { type World, addJob } from './world';

/** Starts the failback job of these instances of the world, whatever their state. */
export function addFailbackJob(
  world: World,
  recoveryInstanceIDs: string[],
  { now }: Moment,
  tags: Record<string, string> = {},
): Job {
  const servers = recoveryInstanceIDs.flatMap((id) => world.recoveryInstances[id] ?? []);
  const participants = servers.map(({ sourceServerID, recoveryInstanceID, fate, facts }) => {
    const clientLost = clientLostSince(facts);
    return {
      sourceServerID,
      recoveryInstanceID,
      fate,
      ...(clientLost === undefined ? {} : { clientLost }),
    };
  });
  const job = addJob(world, 'FAILBACK', participants, { created: now, tags });
  for (const { facts } of servers)
    facts.push({ kind: 'failback-launched', at: now, jobID: job.jobID });
  return job;
}
