import type { Job, JobLogItem, JobOutcome } from '@/lib/contract/job';
import { meaningOf } from './events';
import { groupBy } from './group-by';
import { inOrder } from './in-order';
import { judgeNetwork, networkOf } from './networks';
import { sentenceOf } from './sentence';
import { judgeServer } from './server';

/**
 * The verdict on a job, from launch statuses and log together. DRS knows no failed job: COMPLETED only says
 * that it ended. Without a log (null), with an empty one, which tells nothing, or with one that was not read to its
 * end (`isRead`), nobody has arrived.
 * https://docs.aws.amazon.com/drs/latest/APIReference/API_Job.html
 */
export function judgeJob(job: Job, log: readonly JobLogItem[] | null, isRead = true): JobOutcome {
  const isLogRead = isRead && log !== null && log.length > 0;
  const items = log && inOrder(log);
  const cancel = items?.find(({ event }) => event === 'JOB_CANCEL');
  const isCancelled = cancel !== undefined;
  const linesOf = linesByParticipant(items);
  const servers = (job.participatingServers ?? []).map((server) =>
    judgeServer(
      job,
      server,
      { lines: linesOf(server.sourceServerID, server.recoveryInstanceID), isLogRead },
      cancel,
    ),
  );
  const networks = (job.participatingResources ?? []).map((resource) =>
    judgeNetwork(
      job,
      resource,
      { lines: linesOf(resource.participatingResourceID?.sourceNetworkID), isLogRead },
      isCancelled,
    ),
  );
  const judged = { servers, networks, isCancelled, strayFailure: strayFailure(job, items) };
  return {
    outcome: outcomeOf(job, judged),
    sentence: sentenceOf(job, judged),
    isLogRead,
    servers,
    networks,
  };
}

export interface JudgedParts extends Pick<JobOutcome, 'servers' | 'networks'> {
  isCancelled: boolean;
  /** The event of a failure that belongs to nobody who takes part. */
  strayFailure: string | undefined;
}

/** The lines of the participant that any of its ids names, oldest first; null when there is no log. */
function linesByParticipant(items: readonly JobLogItem[] | null) {
  const lines = groupBy(items ?? [], participantOf);
  return (...ids: (string | undefined)[]): JobLogItem[] | null =>
    items && inOrder(ids.flatMap((id) => (id === undefined ? [] : (lines.get(id) ?? []))));
}

function participantOf(item: JobLogItem): string | undefined {
  return item.eventData?.sourceServerID ?? networkOf(item) ?? item.eventData?.targetInstanceID;
}

function strayFailure(job: Job, items: readonly JobLogItem[] | null): string | undefined {
  const known = new Set([
    ...(job.participatingServers ?? []).flatMap((server) => [
      server.sourceServerID,
      server.recoveryInstanceID,
    ]),
    ...(job.participatingResources ?? []).map(
      ({ participatingResourceID }) => participatingResourceID?.sourceNetworkID,
    ),
  ]);
  const strays = (items ?? []).filter((item) => {
    const id = participantOf(item);
    return id === undefined || !known.has(id);
  });
  return strays.findLast((item) => meaningOf(item, job).failure)?.event;
}

function outcomeOf(job: Job, parts: JudgedParts): JobOutcome['outcome'] {
  if (job.unlistedSince) return 'unknown';
  if (job.status === 'PENDING' || job.status === 'STARTED') return 'running';
  const all = [...parts.servers, ...parts.networks].map(({ outcome }) => outcome);
  if (job.status !== 'COMPLETED' || all.length === 0) return 'unknown';
  const count = (...wanted: string[]) => all.filter((outcome) => wanted.includes(outcome)).length;
  const arrived = count('launched', 'terminated');
  // What is reported lost but belongs to nobody may be the loss of anybody.
  if (arrived === all.length) return parts.strayFailure ? 'unknown' : 'succeeded';
  if (count('failed') > 0) return arrived + count('unknown') > 0 ? 'partly-failed' : 'failed';
  if (count('unknown', 'running') > 0) return 'unknown';
  if (arrived > 0) return 'partly-failed';
  return count('cancelled') > 0 ? 'cancelled' : 'failed';
}
