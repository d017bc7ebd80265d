import type { Target } from './target';
import type { Targets } from './targets';

// Links written before a console had several targets, or by hand, name no target.

/** The target that lists a job; undefined when none does, or it cannot be told. */
export function holderOfJob(targets: Targets, jobID: string): Promise<Target | undefined> {
  return holder(
    targets,
    async ({ watch }) =>
      (await watch.jobs.lastWithin())?.value.some((job) => job.jobID === jobID) ?? false,
  );
}

/** The target that lists a recovery instance; undefined when none does, or it cannot be told. */
export function holderOfRecoveryInstance(
  targets: Targets,
  recoveryInstanceID: string,
): Promise<Target | undefined> {
  return holder(
    targets,
    async ({ watch }) =>
      (await watch.fleet.lastWithin())?.value.some(
        (instance) => instance.recoveryInstanceID === recoveryInstanceID,
      ) ?? false,
  );
}

/** A target that cannot be read holds nothing as far as anybody can tell. */
async function holder(targets: Targets, holds: (target: Target) => Promise<boolean>) {
  const all = targets.all();
  const held = await Promise.all(all.map(holds));
  return all.find((_, index) => held[index]);
}
