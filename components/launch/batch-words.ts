import type { StatusKind } from '@/components/ui/Status';
import type { BatchState } from '@/lib/contract/failback-launch';

export interface BatchWords {
  /** Its shape and colour. */
  kind: StatusKind;
  /** A word or two for a list. */
  word: string;
  /** What it means for the servers. */
  sentence: string;
  /** What the operator should do, where there is something to do. */
  remedy?: string;
}

/** The state of a batch in words. A batch in doubt may have been launched, so it is never called a failure. */
export const BATCH_WORDS: Record<BatchState, BatchWords> = {
  planned: {
    kind: 'running',
    word: 'Waiting',
    sentence: 'Written down and not sent to DRS yet.',
  },
  sending: {
    kind: 'running',
    word: 'Being sent',
    sentence: 'The call to DRS is under way; its answer is awaited.',
  },
  accepted: {
    kind: 'running',
    word: 'Accepted',
    sentence: 'DRS accepted the launch and started a job.',
  },
  rejected: {
    kind: 'failed',
    word: 'Refused',
    sentence: 'DRS refused the launch; none of these servers was touched.',
  },
  unknown: {
    kind: 'unknown',
    word: 'Outcome unknown',
    sentence: 'DRS gave no clear answer. Homeward is looking for a job that carries its tag.',
    remedy: 'Wait: nothing is sent again meanwhile.',
  },
  found: {
    kind: 'running',
    word: 'Found',
    sentence:
      'DRS gave no clear answer, but its job was found by the tag: the launch was accepted.',
  },
  dismissed: {
    kind: 'done',
    word: 'Not needed',
    sentence: 'The outcome stayed unknown, and a person said that this is not needed.',
  },
  cancelled: {
    kind: 'done',
    word: 'Cancelled',
    sentence: 'Cancelled before it was sent; none of these servers was touched.',
  },
  parked: {
    kind: 'unknown',
    word: 'Outcome unknown, nothing is re-sent by itself',
    sentence:
      'DRS gave no clear answer and no job with the tag was found. The launch may or may not have happened.',
    remedy:
      'Look at the machines and at the jobs of DRS. Then send the batch again, or say that it is not needed.',
  },
};
