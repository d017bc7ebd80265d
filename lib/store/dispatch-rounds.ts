import { HOMEWARD, withHistory } from './history';
import type { Store, StoreTransaction } from './schema';

/** A round in which a process looks after the batches of a target. */
export interface DispatchRound {
  target: string;
  dateTime: string;
  /** When this process last did so; undefined when this is its first round. */
  before: string | undefined;
  /** How long the launches of a target may go without a round, in milliseconds. */
  longestGap: number;
}

/**
 * Notes a round. Launches that wait and that nobody has looked after for longer than the longest gap are paused, in the
 * same transaction, so that no process sends them: whoever asked for them does not expect it any more. Resolves to them.
 */
export async function noteRound(store: Store, round: DispatchRound): Promise<string[]> {
  return withHistory(store, async (transaction, write) => {
    const { target, dateTime } = round;
    const gapBegan = new Date(Date.parse(dateTime) - round.longestGap).toISOString();
    const last = await lastRound(transaction, round, gapBegan);
    await keep(transaction, round);
    if (last === undefined || last >= gapBegan) return [];
    const unattended = (await waitingLaunches(transaction, target)).filter(
      ({ created_at }) => created_at < gapBegan,
    );
    for (const { launch_id, created_at } of unattended) {
      const unattendedSince = created_at > last ? created_at : last;
      await transaction
        .updateTable('launches')
        .set({ paused_at: dateTime, paused_by: HOMEWARD, unattended_since: unattendedSince })
        .where('launch_id', '=', launch_id)
        .execute();
      write({
        dateTime,
        kind: 'launch-paused',
        actor: HOMEWARD,
        target,
        launchID: launch_id,
        batch: null,
        detail: { unattendedSince },
      });
    }
    return unattended.map(({ launch_id }) => launch_id);
  });
}

/**
 * When any process last looked after the target; undefined when it is not known. While no round is on record, as after
 * an update from a version that kept none, it is when anything was last done for a launch from before `gapBegan`.
 */
async function lastRound(
  transaction: StoreTransaction,
  { target, before }: DispatchRound,
  gapBegan: string,
): Promise<string | undefined> {
  const row = await transaction
    .selectFrom('dispatch_rounds')
    .select('at')
    .where('target', '=', target)
    .executeTakeFirst();
  const noted = row?.at ?? (await lastDone(transaction, target, gapBegan));
  return [noted, before]
    .filter((instant) => instant !== undefined)
    .toSorted()
    .at(-1);
}

/** When the history last names a launch of the target that was asked for before an instant. */
async function lastDone(
  transaction: StoreTransaction,
  target: string,
  askedBefore: string,
): Promise<string | undefined> {
  const row = await transaction
    .selectFrom('history')
    .innerJoin('launches', 'launches.launch_id', 'history.launch_id')
    .select(({ fn }) => fn.max('history.time').as('time'))
    .where('launches.target', '=', target)
    .where('launches.created_at', '<', askedBefore)
    .executeTakeFirst();
  return row?.time ?? undefined;
}

async function keep(transaction: StoreTransaction, { target, dateTime: at }: DispatchRound) {
  await transaction
    .insertInto('dispatch_rounds')
    .values({ target, at })
    .onConflict((conflict) => conflict.column('target').doUpdateSet({ at }))
    .execute();
}

/**
 * The launches of a target that have something to send and that nobody has paused. What a process was sending when it
 * ended may have to be sent again.
 */
async function waitingLaunches(transaction: StoreTransaction, target: string) {
  return transaction
    .selectFrom('launches')
    .innerJoin('batches', 'batches.launch_id', 'launches.launch_id')
    .select(['launches.launch_id', 'launches.created_at'])
    .distinct()
    .where('launches.target', '=', target)
    .where('launches.paused_at', 'is', null)
    .where('batches.state', 'in', ['planned', 'sending'])
    .execute();
}
