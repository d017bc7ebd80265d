import { statesWhere } from '@/lib/contract/batch-states';
import type { Store } from './schema';

/** The launches whose end is open and whose target is not among these, oldest first. */
export async function openLaunchesBeside(
  store: Store,
  targets: readonly string[],
): Promise<{ target: string; launchID: string }[]> {
  const rows = await store
    .selectFrom('launches')
    .innerJoin('batches', 'batches.launch_id', 'launches.launch_id')
    .select(['launches.target', 'launches.launch_id', 'launches.created_at'])
    .distinct()
    .where('launches.target', 'not in', targets)
    .where('batches.state', 'in', statesWhere('isOpen'))
    .orderBy('launches.created_at')
    .execute();
  return rows.map(({ target, launch_id }) => ({ target, launchID: launch_id }));
}
