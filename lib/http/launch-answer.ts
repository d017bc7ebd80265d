import { describeLaunch } from '@/lib/launch/describe';
import type { LaunchContext } from '@/lib/launch/context';
import { json, problemResponse } from './respond';

type StoredLaunch = Parameters<typeof describeLaunch>[1];

/**
 * The answer to a launch: 202 with the launch, or, when DRS refused all of it, the refusal with its own
 * status and the id under which it is on record.
 */
export async function answerLaunch(
  context: LaunchContext,
  launch: StoredLaunch,
): Promise<Response> {
  const refused = launch.batches.every(({ state }) => state === 'rejected');
  const problem = launch.batches[0]?.problem;
  if (refused && problem) return problemResponse({ ...problem, launchID: launch.launchID });
  const headers = { Location: `/api/failback-launches/${launch.launchID}` };
  return json(await describeLaunch(context, launch, { withLogs: false }), { status: 202, headers });
}
