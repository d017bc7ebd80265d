import type { InitiatedBy, Job, Participant } from '../jobs/job';
import { memoizeByObject } from '../memoize-by-object';
import { digest } from '../random';
import type { RecoveryInstance } from './recovery-instance';
import type { SourceServer } from './source-server';

/** One account in one Region: plain data, so that it can be kept in a file and read again. */
export interface World {
  accountID: string;
  region: string;
  seed: string;
  /** Milliseconds since the epoch, on the simulated clock. */
  created: number;
  isInitialised: boolean;
  recoveryInstances: Record<string, RecoveryInstance>;
  sourceServers: Record<string, SourceServer>;
  /** In the order in which they were created; deleted ones stay, because instances remember them. */
  jobs: Record<string, Job>;
  template: { replicationConfigurationTemplateID: string; tags: Record<string, string> };
}

/** Its recovery instances in the order in which they came, the ones that are no longer listed among them. */
export function instancesOf(world: World): readonly RecoveryInstance[] {
  // An instance comes with a job and with nothing else, so the same jobs mean the same instances.
  return instancesWith(world.recoveryInstances, Object.keys(world.jobs).length);
}

const instancesWith = memoizeByObject((instances: World['recoveryInstances'], _jobs: number) =>
  Object.values(instances),
);

export function worldKey(accountID: string, region: string): string {
  return `${accountID} ${region}`;
}

export function arnOf({ region, accountID }: World, resource: string): string {
  return `arn:aws:drs:${region}:${accountID}:${resource}`;
}

/** Starts a job at a moment of the simulated clock. */
export function addJob(
  world: World,
  initiatedBy: InitiatedBy,
  participants: Participant[],
  { created, tags = {} }: { created: number; tags?: Record<string, string> },
): Job {
  const jobID = `drsjob-${digest(world.seed, 'job', Object.keys(world.jobs).length).slice(0, 17)}`;
  const job: Job = { jobID, initiatedBy, created, participants, tags };
  world.jobs[jobID] = job;
  return job;
}
