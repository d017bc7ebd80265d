import type { FailbackLaunches, FailbackLaunchesQuery } from '@/lib/contract/failback-launch';
import type { HistoryEntry } from '@/lib/contract/history';
import { refusal } from '@/lib/contract/problem-error';
import { historyOf } from '@/lib/store/history';
import { type StoredLaunch, findLaunch, listLaunches } from '@/lib/store/launches';
import type { LaunchContext } from './context';
import { describeLaunches } from './describe';

/** The launches on record that the filters let through, newest first, a page at a time. */
export async function readLaunches(
  context: LaunchContext,
  query: FailbackLaunchesQuery,
): Promise<FailbackLaunches> {
  const { target, state, actor, from, to, limit, cursor } = query;
  const filter = {
    target,
    states: state,
    actor,
    from: inUTC(from),
    to: inUTC(to),
    after: cursor === undefined ? undefined : readCursor(cursor),
  };
  // One more than asked for tells whether there is another page.
  const found = await listLaunches(await context.store(), filter, limit + 1);
  const page = found.slice(0, limit);
  const last = page.at(-1);
  return {
    launches: await describeLaunches(context, page, { withLogs: false }),
    nextCursor: found.length > limit && last ? writeCursor(last) : null,
  };
}

/** One launch on record. Throws a ProblemError when there is none of that id. */
export async function readLaunch(
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

/** Everything on record about one launch, oldest first. Throws a ProblemError when there is none of that id. */
export async function readHistory(
  context: LaunchContext,
  launchID: string,
): Promise<HistoryEntry[]> {
  await readLaunch(context, launchID);
  return historyOf(await context.store(), launchID);
}

const inUTC = (instant: string | undefined) =>
  instant === undefined ? undefined : new Date(instant).toISOString();

const writeCursor = ({ createdDateTime, launchID }: StoredLaunch) =>
  `${createdDateTime}~${launchID}`;

function readCursor(cursor: string) {
  const [createdDateTime = '', launchID = ''] = cursor.split('~');
  return { createdDateTime, launchID };
}
