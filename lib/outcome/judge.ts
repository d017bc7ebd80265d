import type { Job, JobLogItem, JobOutcome, ServerOutcome } from '@/lib/contract/job';
import { groupBy } from './group-by';
import { FAILED_IN } from './log-words';
import { judgeServer } from './server';

/**
 * The verdict on a job, from launch statuses and log together. DRS knows no failed job: COMPLETED only says
 * that it ended. Without a log (null) the statuses alone speak.
 * https://docs.aws.amazon.com/drs/latest/APIReference/API_Job.html
 */
export function judgeJob(job: Job, log: JobLogItem[] | null): JobOutcome {
  const byServer = groupBy(log ?? [], (item) => item.eventData?.sourceServerID);
  const servers = (job.participatingServers ?? []).map((server) =>
    judgeServer(job, server, byServer.get(server.sourceServerID) ?? []),
  );
  const cancelled = log?.some(({ event }) => event === 'JOB_CANCEL') ?? false;
  const judged = cancelled && job.status === 'COMPLETED' ? servers.map(cancel) : servers;
  const outcome = outcomeOf(job, judged);
  return { outcome, sentence: sentenceOf(job, judged, log), servers: judged };
}

/** A server that had not come to an end when the job was cancelled was cancelled with it. */
function cancel(server: ServerOutcome): ServerOutcome {
  if (server.outcome !== 'unknown') return server;
  return { ...server, outcome: 'cancelled', sentence: 'Cancelled with the job' };
}

function outcomeOf(job: Job, servers: ServerOutcome[]): JobOutcome['outcome'] {
  if (job.status === 'PENDING' || job.status === 'STARTED') return 'running';
  if (job.status !== 'COMPLETED' || servers.length === 0) return 'unknown';
  const count = counter(servers);
  const arrived = count('launched') + count('terminated');
  if (arrived === servers.length) return 'succeeded';
  if (count('failed') > 0) {
    return arrived + count('unknown') > 0 ? 'partly-failed' : 'failed';
  }
  if (count('unknown') + count('running') > 0) return 'unknown';
  return arrived > 0 ? 'partly-failed' : 'failed';
}

function sentenceOf(job: Job, servers: ServerOutcome[], log: JobLogItem[] | null): string {
  const count = counter(servers);
  const parts: [count: number, words: string][] = [
    [count('launched'), 'launched'],
    [count('terminated'), 'terminated'],
    ...failuresIn(servers, log),
    [count('skipped'), 'skipped'],
    [count('cancelled'), 'cancelled'],
    [count('unknown'), 'with an unknown outcome'],
    [count('running'), 'still under way'],
  ];
  const words = parts.filter(([number]) => number > 0).map((part) => part.join(' '));
  return `${headOf(job)}: ${words.join(', ') || 'DRS names no servers'}.`;
}

function headOf({ status }: Job): string {
  if (status === 'COMPLETED') return 'Completed';
  if (status === 'STARTED') return 'Running';
  if (status === 'PENDING') return 'Pending';
  return status ? `Job status ${status} is not known to Homeward` : 'DRS gives no job status';
}

/** Failures counted by the stage that failed, as far as the log tells it. */
function failuresIn(
  servers: ServerOutcome[],
  log: JobLogItem[] | null,
): [count: number, words: string][] {
  const stages = new Map(
    (log ?? [])
      .filter(({ event }) => event !== undefined && event in FAILED_IN)
      .map(({ event, eventData }) => [eventData?.sourceServerID, FAILED_IN[event ?? '']]),
  );
  const failed = servers.filter(({ outcome }) => outcome === 'failed');
  const byStage = groupBy(failed, ({ sourceServerID }) => stages.get(sourceServerID) ?? 'failed');
  const order = [...Object.values(FAILED_IN), 'failed'];
  return [...byStage]
    .toSorted(([one], [other]) => order.indexOf(one) - order.indexOf(other))
    .map(([words, members]) => [members.length, words]);
}

const counter = (servers: ServerOutcome[]) => (wanted: ServerOutcome['outcome']) =>
  servers.filter(({ outcome }) => outcome === wanted).length;
