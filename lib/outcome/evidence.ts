import type { Job, JobLogItem, Phase } from '@/lib/contract/job';
import { type EventMeaning, meaningOf } from './events';

/** The lines of one participant, oldest first; null without a log. */
export interface Testimony {
  lines: readonly JobLogItem[] | null;
  /** Whether the log was read as far as the job has come. */
  isLogRead: boolean;
}

/** What the lines of one participant come to. */
export interface Evidence extends Pick<Testimony, 'isLogRead'> {
  /** False when there is no log. */
  hasLog: boolean;
  /** The phase that its latest line has begun, and the event of that line. */
  lastPhase?: Phase;
  lastEvent?: string;
  /** The latest failure, even when DRS went on after it. */
  failure?: NonNullable<EventMeaning['failure']>;
  /** What DRS says went wrong, in its own words. */
  rawError?: string;
}

/** Weighs what the log says of one participant. */
export function evidenceIn(job: Pick<Job, 'type'>, { lines, isLogRead }: Testimony): Evidence {
  const read = (lines ?? []).map((item) => ({ item, meaning: meaningOf(item, job) }));
  const last = read.findLast(({ meaning }) => meaning.begins);
  const failure = read.findLast(({ meaning }) => meaning.failure);
  const rawError =
    failure?.item.eventData?.rawError ??
    read.findLast(({ item }) => item.eventData?.rawError)?.item.eventData?.rawError;
  return {
    hasLog: lines !== null,
    isLogRead,
    ...(last?.meaning.begins
      ? { lastPhase: last.meaning.begins, lastEvent: last.item.event ?? '' }
      : {}),
    ...(failure?.meaning.failure ? { failure: failure.meaning.failure } : {}),
    ...(rawError ? { rawError } : {}),
  };
}
