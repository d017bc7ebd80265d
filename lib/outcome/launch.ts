import type { BatchState } from '@/lib/contract/batch-states';
import type { Batch, FailbackLaunch, LaunchOutcome } from '@/lib/contract/failback-launch';
import { tallyServers } from './tally';

/** How many servers of a launch stand where, over all its batches. */
export interface LaunchTally {
  total: number;
  home: number;
  running: number;
  failed: number;
  /** Skipped or cancelled by DRS: they did not go home, and nothing broke. */
  left: number;
  refused: number;
  /** In a batch that was not sent yet. */
  waiting: number;
  /** In a batch that a person cancelled before it was sent, or marked as not needed. */
  aside: number;
  /** Asked for and not in the job, which is over: nobody knows what became of them. */
  missing: number;
  /** Launched as DRS says, while the log, which decides, has not been read. */
  unconfirmed: number;
  /** In doubt: the batch has no clear answer, or DRS says something Homeward does not know. */
  unknown: number;
}

/** Counts every server of every batch once. */
export function tallyLaunch(launch: Pick<FailbackLaunch, 'batches'>): LaunchTally {
  const tally = { ...NONE };
  for (const batch of launch.batches) {
    const part = tallyBatch(batch);
    for (const key of Object.keys(tally) as (keyof LaunchTally)[]) tally[key] += part[key] ?? 0;
  }
  return tally;
}

const NONE: LaunchTally = {
  total: 0,
  home: 0,
  running: 0,
  failed: 0,
  left: 0,
  refused: 0,
  waiting: 0,
  aside: 0,
  missing: 0,
  unconfirmed: 0,
  unknown: 0,
};

function tallyBatch(batch: Batch): Partial<LaunchTally> {
  const asked = batch.recoveryInstanceIDs.length;
  if (batch.outcome && (batch.outcome.servers.length > 0 || batch.outcome.outcome !== 'running')) {
    const { servers, outcome } = batch.outcome;
    const { total, launched, running, failed, skipped, cancelled, unknown, terminated } =
      tallyServers(servers);
    const unconfirmed = servers.filter((server) => server.unconfirmed === 'launched').length;
    const absent = Math.max(0, asked - total);
    // As long as a job runs its servers may still be added to it.
    const isFilling = outcome === 'running';
    return {
      total: total + absent,
      home: launched,
      running: running + (isFilling ? absent : 0),
      failed,
      left: skipped + cancelled,
      missing: isFilling ? 0 : absent,
      unconfirmed,
      // A failback terminates nothing, so nobody can say what this means.
      unknown: unknown - unconfirmed + terminated,
    };
  }
  return { total: asked, [COUNTED_AS[batch.state]]: asked };
}

/** What the servers of a batch count as while there is no job to tell them apart. */
const COUNTED_AS: Record<BatchState, keyof LaunchTally> = {
  planned: 'waiting',
  sending: 'running',
  accepted: 'running',
  found: 'running',
  rejected: 'refused',
  dismissed: 'aside',
  cancelled: 'aside',
  unknown: 'unknown',
  parked: 'unknown',
};

/** The verdict on the whole launch: a success only when every server is home. */
export function judgeLaunch(launch: Pick<FailbackLaunch, 'batches' | 'paused'>): LaunchOutcome {
  const tally = tallyLaunch(launch);
  return { outcome: outcomeOf(tally), sentence: sentenceOf(tally, launch.paused !== null) };
}

function outcomeOf(tally: LaunchTally): LaunchOutcome['outcome'] {
  const { total, home, running, waiting, failed, refused, left, aside, ...doubt } = tally;
  if (running + waiting > 0) return 'running';
  if (doubt.unknown + doubt.missing + doubt.unconfirmed > 0 || total === 0) return 'unknown';
  if (home === total) return 'succeeded';
  if (aside === total) return 'cancelled';
  return home === 0 && failed + refused + left + aside > 0 ? 'failed' : 'partly-failed';
}

/** "41 of 45 home, 2 failed, 2 still running." */
function sentenceOf(tally: LaunchTally, isPaused: boolean): string {
  const parts: [count: number, words: string][] = [
    [tally.failed, 'failed'],
    [tally.refused, 'refused'],
    [tally.missing, 'not in the job'],
    [tally.unknown, 'with an unknown outcome'],
    [tally.unconfirmed, 'launched as DRS says but not confirmed by the log'],
    [tally.left, 'skipped or cancelled'],
    [tally.aside, 'cancelled or marked as not needed'],
    [tally.running, 'still running'],
    [tally.waiting, isPaused ? 'waiting, paused' : 'waiting for their turn'],
  ];
  const rest = parts.filter(([count]) => count > 0).map(([count, words]) => `${count} ${words}`);
  return `${[`${tally.home} of ${tally.total} home`, ...rest].join(', ')}.`;
}

/** How many servers a launch was asked for. */
export function countServers({ batches }: Pick<FailbackLaunch, 'batches'>): number {
  return batches.reduce((sum, { recoveryInstanceIDs }) => sum + recoveryInstanceIDs.length, 0);
}
