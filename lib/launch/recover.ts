import { openBatches } from '@/lib/store/launches';
import type { LaunchContext } from './context';
import { reconcile } from './reconcile';

/** Takes up, after a start, every batch that an earlier process left without a clear end. Sends nothing. */
export async function recoverLaunches(context: LaunchContext) {
  const store = await context.store();
  for (const { name } of context.targets.all()) {
    for (const { launch, batch } of await openBatches(store, name)) {
      await reconcile(context, launch, batch);
    }
  }
}
