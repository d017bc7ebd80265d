import type { Job, JobOutcome } from '@/lib/contract/job';
import type { Stage } from './events';
import { groupBy } from './group-by';
import type { JudgedParts } from './judge';

type Count = [count: number, words: string];

/** "Completed: 41 launched, 2 failed in conversion, 1 skipped." */
export function sentenceOf(job: Job, parts: JudgedParts): string {
  const counts = [...serverCounts(parts.servers), ...networkCounts(parts.networks)];
  const words = counts.filter(([count]) => count > 0).map((count) => count.join(' '));
  const told = words.join(', ') || 'DRS names no servers';
  const stray = parts.strayFailure ? `, but its log also reports ${parts.strayFailure}` : '';
  return `${headOf(job, parts.isCancelled)}: ${told}${stray}${missingLog(job, parts)}.`;
}

/** An arrival is told apart from a loss by the log alone, once the job is over. */
function missingLog({ status }: Job, { servers, networks }: JudgedParts): string {
  const isOpen = [...servers, ...networks].some(({ unconfirmed }) => unconfirmed);
  return isOpen && status === 'COMPLETED' ? ', but the log has not been read to its end' : '';
}

function headOf({ status, unlistedSince }: Job, isCancelled: boolean): string {
  if (unlistedSince) return 'No longer listed by DRS';
  if (status === 'COMPLETED') return isCancelled ? 'Cancelled' : 'Completed';
  if (status === 'STARTED') return isCancelled ? 'Being cancelled' : 'Running';
  if (status === 'PENDING') return 'Pending';
  return status ? `Job status ${status} is not known to Homeward` : 'DRS gives no job status';
}

function serverCounts(servers: JobOutcome['servers']): Count[] {
  const count = counter(servers);
  return [
    [count('launched'), 'launched'],
    [count('terminated'), 'terminated'],
    [count('launched as DRS says'), 'launched as DRS says'],
    [count('terminated as DRS says'), 'terminated as DRS says'],
    ...failuresByStage(servers),
    [count('skipped'), 'skipped'],
    [count('cancelled'), 'cancelled'],
    [count('unknown'), 'with an unknown outcome'],
    [count('running'), 'still under way'],
  ];
}

const NETWORK_WORDS: [counted: string, words: string][] = [
  ['launched', 'launched'],
  ['terminated', 'terminated'],
  ['launched as DRS says', 'launched as DRS says'],
  ['terminated as DRS says', 'terminated as DRS says'],
  ['failed', 'failed'],
  ['skipped', 'skipped'],
  ['cancelled', 'cancelled'],
  ['unknown', 'with an unknown outcome'],
  ['running', 'still under way'],
];

function networkCounts(networks: JobOutcome['networks']): Count[] {
  const count = counter(networks);
  return NETWORK_WORDS.map(([counted, words]) => {
    const number = count(counted);
    return [number, `${number === 1 ? 'network' : 'networks'} ${words}`];
  });
}

/** How a stage that failed is counted, in the order that servers pass them. */
const FAILED_IN: Record<Stage, string> = {
  'launch template': 'failed in the launch template',
  snapshot: 'failed in the snapshot',
  conversion: 'failed in conversion',
  launch: 'failed at launch',
  'clean-up': 'failed in clean-up',
  network: 'failed in the network',
  'unknown stage': 'failed',
};

function failuresByStage(servers: JobOutcome['servers']): Count[] {
  const failed = servers.filter(({ outcome }) => outcome === 'failed');
  const byWords = groupBy(failed, ({ failedIn }) => FAILED_IN[failedIn ?? 'unknown stage']);
  const order = Object.values(FAILED_IN);
  return [...byWords]
    .toSorted(([one], [other]) => order.indexOf(one) - order.indexOf(other))
    .map(([words, members]) => [members.length, words]);
}

type Participant = JobOutcome['servers' | 'networks'][number];

const counter = (participants: readonly Participant[]) => (wanted: string) =>
  participants.filter((participant) => countedAs(participant) === wanted).length;

/** As what it counts: what DRS says without the log is told apart from what is not known at all. */
const countedAs = ({ outcome, unconfirmed }: Participant) =>
  unconfirmed ? `${unconfirmed} as DRS says` : outcome;
