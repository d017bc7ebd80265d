import { NEW_BATCH, type StoredBatch, type StoredLaunch } from '../launches';

/** A launch of one planned batch, changed as a test needs it. */
export function aLaunch(change: Partial<StoredLaunch> = {}): StoredLaunch {
  return {
    launchID: 'launch-0000000000000001',
    idempotencyKey: 'CHG-1',
    requestHash: 'hash',
    target: 'eu-west-1',
    actor: 'Local operator',
    tags: { wave: '2' },
    withoutTags: false,
    acceptCaution: false,
    createdDateTime: '2026-11-24T10:00:00.000Z',
    paused: null,
    batches: [aBatch()],
    ...change,
  };
}

export function aBatch(change: Partial<StoredBatch> = {}): StoredBatch {
  return { ...NEW_BATCH, number: 1, recoveryInstanceIDs: ['i-00000001'], ...change };
}
