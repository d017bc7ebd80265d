import type { Job, ParticipatingServer } from '@/lib/contract/job';
import { LAUNCH_TAG, correlation } from '@/lib/contract/tag-rules';
import { parseInstant } from '@/lib/format';

/** What is known of the clock of DRS may be wrong by so much, in milliseconds, when a job is recognised by its servers. */
const TOLERANCE = 60_000;

/** The batch whose job is looked for. */
export interface Sought {
  launchID: string;
  number: number;
  recoveryInstanceIDs: readonly string[];
  withoutTags: boolean;
  /** When the first call left that may have begun it, by our own clock; null when none has left. */
  sentDateTime: string | null;
  /** How far the clock of DRS, which dates the jobs, is ahead of ours, in milliseconds; undefined while it is not known. */
  clockOffset: number | undefined;
}

export interface Match {
  /** The batch's own job, when that is certain. */
  job: Job | null;
  /** Jobs that have some of the servers, each with why it is not the batch's own. */
  others: { job: Job; reason: string; mayBeOwn: boolean }[];
}

/** The job that carries the tag of a batch. */
export function taggedJob(
  sought: Pick<Sought, 'launchID' | 'number'>,
  jobs: readonly Job[],
): Job | undefined {
  const tag = correlation(sought, sought.number);
  return jobs.find(({ tags }) => tags?.[LAUNCH_TAG] === tag);
}

/**
 * Finds a batch's job: by its tag, unless it has other servers, or, when tags cannot tell, by being the only failback of exactly these servers that
 * began after the call was sent. What is not certain is named and not taken.
 */
export function matchJob(
  sought: Sought,
  jobs: readonly Job[],
  sourceServerOf: (recoveryInstanceID: string) => string | undefined,
): Match {
  const tagged = taggedJob(sought, jobs);
  if (tagged && !hasOtherServers(tagged, sought)) return { job: tagged, others: [] };
  if (tagged)
    return { job: null, others: [{ job: tagged, reason: OTHER_SERVERS, mayBeOwn: true }] };
  const wanted = new Set(
    sought.recoveryInstanceIDs.flatMap((id) => [id, sourceServerOf(id) ?? []].flat()),
  );
  const touching = jobs.filter(({ participatingServers = [] }) =>
    participatingServers.some((server) => isAmong(server, wanted)),
  );
  const judged = touching.map((job) => ({ job, reason: whyNot(job, sought, wanted) }));
  const fitting = judged.filter(({ reason }) => reason === undefined).map(({ job }) => job);
  const doubt = doubtAbout(fitting, sought);
  if (fitting[0] && !doubt) return { job: fitting[0], others: [] };
  const others = judged.map(({ job, reason }) => ({
    job,
    reason: reason ?? doubt,
    mayBeOwn: reason === undefined,
  }));
  return { job: null, others };
}

const OTHER_SERVERS = 'it carries the tag and has not exactly these servers';

/**
 * Whether a job with the tag has certainly not the servers of the batch: a store that was restored may know the batch as
 * it was before it was divided. A job that lists none yet says nothing.
 */
function hasOtherServers({ participatingServers = [] }: Job, { recoveryInstanceIDs }: Sought) {
  const isOther = ({ recoveryInstanceID: id }: ParticipatingServer) =>
    id !== undefined && !recoveryInstanceIDs.includes(id);
  return (
    participatingServers.length > 0 &&
    (participatingServers.length !== recoveryInstanceIDs.length ||
      participatingServers.some(isOther))
  );
}

/** Why jobs that may be the batch's own are not taken for it; empty when there is no doubt. */
function doubtAbout(fitting: readonly Job[], { withoutTags, clockOffset }: Sought): string {
  if (fitting.length > 1) return 'several jobs would fit';
  // A job whose tags DRS shows would show ours; but DRS has been seen to answer with others than were given.
  if (!withoutTags && fitting[0]?.tags !== undefined) return 'it does not carry the tag';
  if (clockOffset === undefined) {
    return 'it may have begun before this was sent: the clock of DRS is not known';
  }
  return '';
}

/** Why a job that has some of the servers is certainly not the batch's own; undefined when it may be. */
function whyNot(job: Job, sought: Sought, wanted: Set<string>): string | undefined {
  const { initiatedBy, tags, participatingServers = [] } = job;
  const other = tags?.[LAUNCH_TAG];
  if (other !== undefined) return `it belongs to ${other}`;
  if (initiatedBy !== 'FAILBACK') return `it was started by ${initiatedBy ?? 'something unknown'}`;
  if (sought.sentDateTime === null) return 'nothing was sent that could have started it';
  if (beganBefore(job, sought.sentDateTime, sought)) return 'it began before this was sent';
  const isSameSet =
    participatingServers.length === sought.recoveryInstanceIDs.length &&
    participatingServers.every((server) => isAmong(server, wanted));
  return isSameSet ? undefined : 'it has other servers too, or not all of these';
}

/** By the clock of DRS; while that is not known no job has. */
function beganBefore(
  { creationDateTime }: Job,
  sentDateTime: string,
  { clockOffset }: Sought,
): boolean {
  const created = parseInstant(creationDateTime)?.getTime() ?? 0;
  const sent = Date.parse(sentDateTime) + (clockOffset ?? -Infinity);
  return created < sent - TOLERANCE;
}

function isAmong(
  { recoveryInstanceID, sourceServerID }: ParticipatingServer,
  wanted: Set<string>,
): boolean {
  return wanted.has(recoveryInstanceID ?? '') || wanted.has(sourceServerID ?? '');
}
