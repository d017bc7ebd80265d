import type { Job, JobLogItem, Phase } from '@/lib/contract/job';
import { type EventMeaning, meaningOf } from './events';

/** What the lines of one participant come to. */
export interface Evidence {
  /** False when the log could not be read. */
  isRead: boolean;
  /** The phase that its latest line has begun, and the event of that line. */
  lastPhase?: Phase;
  lastEvent?: string;
  /** The latest failure, even when DRS went on after it. */
  failure?: NonNullable<EventMeaning['failure']>;
  /** What DRS says went wrong, in its own words. */
  rawError?: string;
}

/** Weighs the lines of one participant, oldest first; null is a log that could not be read. */
export function evidenceIn(job: Pick<Job, 'type'>, lines: readonly JobLogItem[] | null): Evidence {
  const read = (lines ?? []).map((item) => ({ item, meaning: meaningOf(item, job) }));
  const last = read.findLast(({ meaning }) => meaning.begins);
  const failure = read.findLast(({ meaning }) => meaning.failure);
  const rawError =
    failure?.item.eventData?.rawError ??
    read.findLast(({ item }) => item.eventData?.rawError)?.item.eventData?.rawError;
  return {
    isRead: lines !== null,
    ...(last?.meaning.begins
      ? { lastPhase: last.meaning.begins, lastEvent: last.item.event ?? '' }
      : {}),
    ...(failure?.meaning.failure ? { failure: failure.meaning.failure } : {}),
    ...(rawError ? { rawError } : {}),
  };
}
