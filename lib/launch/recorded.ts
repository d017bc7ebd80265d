import { refusal } from '@/lib/contract/problem-error';
import { type StoredLaunch, findLaunch, listLaunches } from '@/lib/store/launches';
import type { LaunchContext } from './context';

/** Every launch on record, newest first. */
export async function recordedLaunches({ store }: LaunchContext): Promise<StoredLaunch[]> {
  return listLaunches(await store());
}

/** One launch on record. Throws a ProblemError when there is none of that id. */
export async function recordedLaunch(
  { store }: LaunchContext,
  launchID: string,
): Promise<StoredLaunch> {
  const launch = await findLaunch(await store(), launchID);
  if (launch) return launch;
  throw refusal({
    status: 404,
    code: 'unknown-launch',
    title: 'Unknown launch',
    detail: `There is no launch ${launchID} on record. GET /api/failback-launches lists them.`,
  });
}
