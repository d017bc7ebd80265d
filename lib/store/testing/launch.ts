import type { StoredBatch, StoredLaunch } from '../launches';

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
  return {
    number: 1,
    state: 'planned',
    version: 0,
    attempts: 0,
    recoveryInstanceIDs: ['i-00000001'],
    notBefore: null,
    leaseOwner: null,
    leaseMilliseconds: null,
    sentDateTime: null,
    firstSentDateTime: null,
    answeredDateTime: null,
    jobID: null,
    job: null,
    problem: null,
    evidence: null,
    ...change,
  };
}
