/**
 * The points at which a rehearsal may kill the server, in the order in which a launch passes them. What must hold
 * is the same at each: after a restart nothing has been launched twice, no intent is lost, no state is untrue.
 */
export const CHECKPOINTS = [
  /** The request is admitted; nothing is written. */
  'before-intent',
  /** Within a transaction: lines of history are written, the chain is not closed, nothing is committed. */
  'during-history-append',
  /** The intent is durable; nothing was sent. */
  'after-intent',
  /** A batch has its turn and is still planned. */
  'before-claim',
  /** The batch is durably marked as being sent; nothing was sent. */
  'after-claim',
  /** The call is signed; the next thing is its first byte on the socket. */
  'before-write',
  /** DRS has answered; the answer is not recorded. */
  'after-answer',
  /** The answer is recorded; nobody was told. */
  'after-record',
  /** A batch that is not the first of its launch has its turn. */
  'between-batches',
  /** The jobs are read to look for a lost answer. */
  'before-look',
  /** The job of a lost answer is found; that is not recorded. */
  'after-look',
  /** Nothing was found and everything has settled; the batch is not parked. */
  'before-park',
] as const;

export type Checkpoint = (typeof CHECKPOINTS)[number];

/** How often each point was passed; handlers and instrumentation are bundled apart and count together. */
const holder = globalThis as { homewardCheckpointsPassed?: number };

/**
 * Kills this process, as a power cut would, when HOMEWARD_FAULT_POINT names this point: "after-claim" at the first
 * passage, "after-claim:3" at the third. Without the variable it does nothing; the settings refuse the variable
 * unless every target is a simulator.
 */
export function checkpoint(point: Checkpoint): void {
  const wanted = parseFaultPoint(process.env.HOMEWARD_FAULT_POINT);
  if (wanted?.point !== point) return;
  const passed = (holder.homewardCheckpointsPassed ?? 0) + 1;
  holder.homewardCheckpointsPassed = passed;
  if (passed === wanted.passage) process.kill(process.pid, 'SIGKILL');
}

/** The point and the passage that a value of HOMEWARD_FAULT_POINT names; undefined when it names none. */
export function parseFaultPoint(
  value: string | undefined,
): { point: Checkpoint; passage: number } | undefined {
  const [name, passage = '1'] = (value ?? '').split(':');
  const point = CHECKPOINTS.find((candidate) => candidate === name);
  return point && /^[1-9]\d{0,6}$/.test(passage) ? { point, passage: Number(passage) } : undefined;
}
