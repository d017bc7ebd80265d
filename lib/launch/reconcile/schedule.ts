import type { OpenBatch } from '@/lib/store/queue';
import { type SendContext, type Doubt, keyOf } from '../send-context';

/** A batch that another process is sending is looked for after this time, in milliseconds. */
const LOOK_AFTER = 1_000;

const PAUSE = 2_000;
const LONGEST_PAUSE = 15_000;

/** A parked batch waits for a person; its job may still come to light. */
const PARKED_PAUSE = 60_000;

/** What this process has seen of a batch in doubt; it begins anew with every change of its state. */
export function doubtOf(
  { context, doubts }: SendContext,
  batch: Pick<OpenBatch, 'launchID' | 'number' | 'version'>,
): Doubt {
  const known = doubts.get(keyOf(batch));
  if (known?.version === batch.version) return known;
  const now = context.monotonic();
  const doubt = { version: batch.version, since: now, looks: 0, nextLook: now };
  doubts.set(keyOf(batch), doubt);
  return doubt;
}

/** Forgets what was seen of batches that are in doubt no more. */
export function forgetOthers(
  { doubts }: SendContext,
  open: readonly Pick<OpenBatch, 'launchID' | 'number'>[],
) {
  const keys = new Set(open.map(keyOf));
  for (const key of doubts.keys()) if (!keys.has(key)) doubts.delete(key);
}

/**
 * Whether a job of a waiting batch would be listed by now, if the call that DRS turned back had started one. What a
 * person has sent again is that person's to judge.
 */
export function hasSettled(
  sendContext: SendContext,
  batch: Pick<OpenBatch, 'launchID' | 'number' | 'version' | 'firstSentDateTime' | 'evidence'>,
): boolean {
  if (batch.firstSentDateTime === null || batch.evidence) return true;
  const { monotonic, config } = sendContext.context;
  return monotonic() - doubtOf(sendContext, batch).since >= config.settleMilliseconds;
}

/** Whether a batch is to be looked for now. */
export function isDue(sendContext: SendContext, batch: OpenBatch): boolean {
  const doubt = doubtOf(sendContext, batch);
  const now = sendContext.context.monotonic();
  if (batch.state === 'sending' && now - doubt.since < LOOK_AFTER) return false;
  return now >= doubt.nextLook;
}

/** Looks come less and less often, and one comes at the moment at which the wait is over. */
export function nextLook(
  { context }: SendContext,
  batch: OpenBatch,
  { looks, since }: Doubt,
): number {
  const now = context.monotonic();
  if (batch.state === 'parked') return now + PARKED_PAUSE;
  const { settleMilliseconds } = context.config;
  const over =
    since + (batch.state === 'sending' ? (batch.leaseMilliseconds ?? 0) : settleMilliseconds);
  const next = now + Math.min(PAUSE * 1.5 ** looks, LONGEST_PAUSE);
  return now < over ? Math.min(next, over) : next;
}
