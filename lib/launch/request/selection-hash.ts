import { createHash } from 'node:crypto';
import type { PreviewedServer } from '@/lib/contract/failback-launch-preview';
import type { Verdict } from '@/lib/contract/readiness';

const LETTERS: Record<Verdict, string> = {
  ready: 'r',
  caution: 'c',
  blocked: 'b',
  running: 'u',
  done: 'd',
};
const VERDICTS = new Map(Object.entries(LETTERS).map(([verdict, letter]) => [letter, verdict]));

/**
 * Names a selection and the readiness of each of its servers: "v1", a digest of it all, and a letter for the
 * verdict on each server in the order of their ids. The digest decides; the letters tell what has changed.
 */
export function selectionHash(target: string, servers: readonly PreviewedServer[]): string {
  const sorted = inOrder(servers);
  const facts = sorted.map(({ recoveryInstanceID, readiness }) => [
    recoveryInstanceID,
    readiness.verdict,
    // The sentences carry ages and lags that move by themselves; which rules speak is what was decided on.
    readiness.reasons.map(({ rule, verdict }) => `${rule}:${verdict}`).toSorted(),
  ]);
  const digest = createHash('sha256')
    .update(JSON.stringify([target, facts]))
    .digest('hex');
  return ['v1', digest, sorted.map(({ readiness }) => LETTERS[readiness.verdict]).join('')].join(
    '.',
  );
}

/** What has changed since a hash was made, a sentence each; empty when nothing has. */
export function changesSince(
  hash: string,
  target: string,
  servers: readonly PreviewedServer[],
): string[] {
  if (hash === selectionHash(target, servers)) return [];
  const letters = hash.split('.')[2] ?? '';
  const sorted = inOrder(servers);
  if (letters.length !== sorted.length) {
    return [
      `The preview was of ${letters.length} servers, and this launch is of ${sorted.length}.`,
    ];
  }
  const changed = sorted.flatMap(({ name, recoveryInstanceID, readiness }, index) => {
    const before = VERDICTS.get(letters[index] ?? '') ?? 'something else';
    if (before === readiness.verdict) return [];
    const [reason] = readiness.reasons;
    return [
      `${name} (${recoveryInstanceID}) was ${before} and is ${readiness.verdict}: ${reason?.sentence ?? ''}`,
    ];
  });
  return changed.length > 0
    ? changed
    : ['Other servers were selected, or the reasons behind their readiness are others.'];
}

const inOrder = (servers: readonly PreviewedServer[]) =>
  servers.toSorted((one, other) => (one.recoveryInstanceID < other.recoveryInstanceID ? -1 : 1));
