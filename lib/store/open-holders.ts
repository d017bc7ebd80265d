import { type BatchState, statesWhere } from '@/lib/contract/batch-states';
import type { Holder } from './held-servers';
import type { Store } from './schema';

/** A batch whose end is open, beside one of the servers that it has. */
export interface OpenHolder extends Holder {
  state: BatchState;
  actor: string;
  launchDateTime: string;
}

/** The batches that have some of these servers and whose end is open, in whatever way; oldest first. */
export async function openHolders(
  store: Store,
  target: string,
  ids: readonly string[],
): Promise<OpenHolder[]> {
  const rows = await store
    .selectFrom('held_servers')
    .innerJoin('batches', (join) =>
      join
        .onRef('batches.launch_id', '=', 'held_servers.launch_id')
        .onRef('batches.number', '=', 'held_servers.number'),
    )
    .innerJoin('launches', 'launches.launch_id', 'held_servers.launch_id')
    .select([
      'held_servers.recovery_instance_id',
      'held_servers.launch_id',
      'held_servers.number',
      'batches.state',
      'launches.actor',
      'launches.created_at',
    ])
    .where('held_servers.target', '=', target)
    .where('batches.state', 'in', statesWhere('isOpen'))
    .orderBy('launches.created_at')
    .orderBy('held_servers.number')
    .execute();
  const wanted = new Set(ids);
  return rows
    .filter((row) => wanted.has(row.recovery_instance_id))
    .map((row) => ({
      recoveryInstanceID: row.recovery_instance_id,
      launchID: row.launch_id,
      number: row.number,
      state: row.state as BatchState,
      actor: row.actor,
      launchDateTime: row.created_at,
    }));
}
