import type { BatchState } from '@/lib/contract/failback-launch';
import type { Problem } from '@/lib/contract/problem';
import type { PastLaunch } from '@/lib/contract/recovery-instance-history';
import type { Store } from './schema';

/** Every launch that asked for this recovery instance, newest first, each with the batch that holds it. */
export async function listLaunchesOf(
  store: Store,
  target: string,
  recoveryInstanceID: string,
): Promise<PastLaunch[]> {
  const rows = await store
    .selectFrom('batches')
    .innerJoin('launches', 'launches.launch_id', 'batches.launch_id')
    .select(['launches.launch_id', 'created_at', 'actor', 'number', 'state', 'job_id', 'problem'])
    .where('launches.target', '=', target)
    // The ids are a JSON list; an id with its quotation marks is found in it whole or not at all.
    .where('recovery_instance_ids', 'like', `%${JSON.stringify(recoveryInstanceID)}%`)
    .orderBy('created_at', 'desc')
    .orderBy('launches.launch_id')
    .execute();
  return rows.map((row) => ({
    launchID: row.launch_id,
    createdDateTime: row.created_at,
    actor: row.actor,
    batch: row.number,
    state: row.state as BatchState,
    jobID: row.job_id,
    problem: row.problem === null ? null : (JSON.parse(row.problem) as Problem),
  }));
}
