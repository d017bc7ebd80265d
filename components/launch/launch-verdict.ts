import type { Batch, FailbackLaunch } from '@/lib/contract/failback-launch';
import type { JobOutcome } from '@/lib/contract/job';
import { tallyServers } from '../jobs/tally';
import { BATCH_WORDS } from './batch-words';

/** How many servers of a launch stand where, over all its batches. */
export interface LaunchTally {
  total: number;
  home: number;
  running: number;
  failed: number;
  /** Skipped or cancelled by DRS: they did not go home, and nothing broke. */
  left: number;
  refused: number;
  /** In doubt: the batch has no clear answer, or DRS says something Homeward does not know. */
  unknown: number;
}

/** Counts every server of every batch once. */
export function tallyLaunch(launch: Pick<FailbackLaunch, 'batches'>): LaunchTally {
  const tally = { total: 0, home: 0, running: 0, failed: 0, left: 0, refused: 0, unknown: 0 };
  for (const batch of launch.batches) {
    const part = tallyBatch(batch);
    for (const key of Object.keys(tally) as (keyof LaunchTally)[]) tally[key] += part[key] ?? 0;
  }
  return tally;
}

function tallyBatch(batch: Batch): Partial<LaunchTally> {
  const asked = batch.recoveryInstanceIDs.length;
  if (batch.outcome && batch.outcome.servers.length > 0) {
    const { total, launched, running, failed, skipped, cancelled, unknown, terminated } =
      tallyServers(batch.outcome.servers);
    return {
      total,
      home: launched,
      running,
      failed,
      left: skipped + cancelled,
      // A failback terminates nothing, so nobody can say what this means.
      unknown: unknown + terminated,
    };
  }
  const { tone } = BATCH_WORDS[batch.state];
  if (tone === 'refused') return { total: asked, refused: asked };
  if (tone === 'doubt') return { total: asked, unknown: asked };
  return { total: asked, running: asked };
}

/** The verdict on the whole launch: green only when every server is home. */
export function judgeLaunch(launch: Pick<FailbackLaunch, 'batches'>): JobOutcome['outcome'] {
  const { total, home, running, failed, refused, unknown, left } = tallyLaunch(launch);
  if (running > 0) return 'running';
  if (unknown > 0 || total === 0) return 'unknown';
  if (home === total) return 'succeeded';
  return home === 0 && failed + refused + left > 0 ? 'failed' : 'partly-failed';
}

/** The same in a sentence: "41 of 45 home, 2 failed, 2 still crossing." */
export function launchSentence(tally: LaunchTally): string {
  const parts: [count: number, words: string][] = [
    [tally.failed, 'failed'],
    [tally.refused, 'refused'],
    [tally.unknown, 'with an unknown outcome'],
    [tally.left, 'skipped or cancelled'],
    [tally.running, 'still crossing'],
  ];
  const rest = parts.filter(([count]) => count > 0).map(([count, words]) => `${count} ${words}`);
  return `${[`${tally.home} of ${tally.total} home`, ...rest].join(', ')}.`;
}

/** How many servers a launch was asked for. */
export function countServers({ batches }: Pick<FailbackLaunch, 'batches'>): number {
  return batches.reduce((sum, { recoveryInstanceIDs }) => sum + recoveryInstanceIDs.length, 0);
}
