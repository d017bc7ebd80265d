import type { Job, JobLogItem, NetworkOutcome } from '@/lib/contract/job';
import { type Testimony, evidenceIn } from './evidence';
import { verdictOf } from './verdict';

type ParticipatingResource = NonNullable<Job['participatingResources']>[number];

/** The source network a line of the log is about. */
export function networkOf({ eventData }: JobLogItem): string | undefined {
  return eventData?.eventResourceData?.sourceNetworkData?.sourceNetworkID;
}

/** What became of one source network of a job, from its launch status and its own lines of the log together. */
export function judgeNetwork(
  job: Job,
  { launchStatus, participatingResourceID }: ParticipatingResource,
  testimony: Testimony,
  isCancelled: boolean,
): NetworkOutcome {
  const evidence = evidenceIn(job, testimony);
  const verdict = verdictOf(job, launchStatus, evidence, isCancelled);
  const sourceNetworkID = participatingResourceID?.sourceNetworkID;
  return {
    ...(sourceNetworkID ? { sourceNetworkID } : {}),
    ...verdict,
    // A network is deployed, not rebooted, and its lines tell no phases.
    ...(verdict.outcome === 'running' ? { sentence: 'Under way' } : {}),
    ...(verdict.outcome !== 'launched' && evidence.rawError ? { rawError: evidence.rawError } : {}),
  };
}
