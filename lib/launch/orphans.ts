import type { ReadyHealth } from '@/lib/contract/health';
import { groupBy } from '@/lib/outcome/group-by';
import { openLaunchesBeside } from '@/lib/store/orphans';
import type { LaunchContext } from './context';

type Orphans = ReadyHealth['orphans'];

/** The open launches that nobody sees to, because their target is not in the settings any more, and how to go on. */
export async function orphanedLaunches({ store, targets }: LaunchContext): Promise<Orphans> {
  const names = targets.all().map(({ name }) => name);
  const found = groupBy(await openLaunchesBeside(await store(), names), ({ target }) => target);
  return [...found].map(([target, launches]) => {
    const launchIDs = launches.map(({ launchID }) => launchID);
    return { target, launchIDs, detail: describe(target, launchIDs) };
  });
}

const describe = (target: string, launchIDs: string[]) =>
  `No target is called "${target}" any more, so nothing is sent or looked for of ${launchIDs.join(', ')}, and the servers of these launches are not kept from another one. If the target was renamed, give it this name again until they have ended; if it is gone for good, look at their jobs in the AWS console.`;

/** Warns the operator of the server about them when it starts. */
export async function warnAboutOrphans(context: LaunchContext) {
  try {
    for (const { detail } of await orphanedLaunches(context)) {
      context.warn('launches have lost their target', detail);
    }
  } catch (error) {
    context.warn('launches that have lost their target could not be looked for', error);
  }
}
