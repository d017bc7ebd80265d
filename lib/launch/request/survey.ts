import type { FailbackLaunchRequest } from '@/lib/contract/failback-launch';
import type { PreviewedServer } from '@/lib/contract/failback-launch-preview';
import type { Job } from '@/lib/contract/job';
import { refusal } from '@/lib/contract/problem-error';
import type { RecoveryInstance } from '@/lib/contract/recovery-instance';
import { serverName } from '@/lib/contract/server-name';
import { parseDuration } from '@/lib/format';
import { evaluateReadiness } from '@/lib/readiness/evaluate';
import { surroundingsOf } from '@/lib/views/surroundings';
import type { LaunchContext } from '../context';

export interface Survey {
  asOf: Date;
  /** Every job of the target, as of the same moment. */
  jobs: Job[];
  launchable: PreviewedServer[];
  caution: PreviewedServer[];
  /** Those that DRS does not list are among them. */
  blocked: PreviewedServer[];
  /** The ids that DRS does not list. */
  unknown: string[];
}

/**
 * Looks at the servers of a request as DRS describes them now, at most `maxAge` milliseconds old.
 * Throws a ProblemError for a request that names anything twice, and when DRS cannot be read.
 */
export async function surveyServers(
  context: LaunchContext,
  request: Pick<FailbackLaunchRequest, 'target' | 'recoveryInstanceIDs'>,
  maxAge: number,
): Promise<Survey> {
  const { watch, config } = context.targets.get(request.target);
  refuseDuplicates(request.recoveryInstanceIDs);
  const [fleet, jobs] = await Promise.all([watch.fleet.fresh(maxAge), watch.jobs.fresh(maxAge)]);
  const byID = new Map(fleet.value.map((instance) => [instance.recoveryInstanceID, instance]));
  const unknown = request.recoveryInstanceIDs.filter((id) => !byID.has(id));
  const readings = { fleet, jobs, clockOffset: watch.clockOffset };
  const surroundings = surroundingsOf(config, readings, context.clock.now());
  const servers = request.recoveryInstanceIDs
    .flatMap((id) => byID.get(id) ?? [])
    .map((instance) => toPreviewedServer(instance, surroundings(instance)))
    .toSorted((one, other) => lagOf(other) - lagOf(one) || one.name.localeCompare(other.name));
  return {
    asOf: fleet.asOf < jobs.asOf ? fleet.asOf : jobs.asOf,
    jobs: jobs.value,
    launchable: servers.filter(({ readiness }) => readiness.verdict === 'ready'),
    caution: servers.filter(({ readiness }) => readiness.verdict === 'caution'),
    blocked: [
      ...servers.filter(
        ({ readiness }) => readiness.verdict !== 'ready' && readiness.verdict !== 'caution',
      ),
      ...unknown.map(toMissingServer),
    ],
    unknown,
  };
}

/** Every server of a survey, whatever its verdict. */
export function allServers({ launchable, caution, blocked }: Survey): PreviewedServer[] {
  return [...launchable, ...caution, ...blocked];
}

/** The servers that go into the batches, widest lag first. */
export function chosenServers(
  { launchable, caution }: Survey,
  { acceptCaution }: Pick<FailbackLaunchRequest, 'acceptCaution'>,
): PreviewedServer[] {
  return [...launchable, ...(acceptCaution ? caution : [])];
}

function refuseDuplicates(ids: string[]) {
  const seen = new Set<string>();
  const duplicates = new Set(ids.filter((id) => seen.size === seen.add(id).size));
  if (duplicates.size === 0) return;
  throw refusal({
    status: 400,
    code: 'duplicate-recovery-instances',
    title: 'The same recovery instance twice',
    detail: `Name each recovery instance once; more than once: ${[...duplicates].join(', ')}.`,
  });
}

function toMissingServer(recoveryInstanceID: string): PreviewedServer {
  const reason = {
    rule: 'listed',
    verdict: 'blocked' as const,
    sentence: 'DRS does not list this recovery instance any more.',
  };
  return {
    recoveryInstanceID,
    name: recoveryInstanceID,
    isUnlisted: true,
    readiness: { verdict: 'blocked', reasons: [reason] },
  };
}

function toPreviewedServer(
  instance: RecoveryInstance,
  surroundings: Parameters<typeof evaluateReadiness>[1],
): PreviewedServer {
  const { recoveryInstanceID, originEnvironment, failback, dataReplicationInfo } = instance;
  const hostname = instance.recoveryInstanceProperties?.identificationHints?.hostname;
  const lagDuration = dataReplicationInfo?.lagDuration;
  const failbackToOriginalServer = failback?.failbackToOriginalServer;
  return {
    recoveryInstanceID,
    name: serverName({ hostname, recoveryInstanceID }),
    ...(lagDuration === undefined ? {} : { lagDuration }),
    ...(failbackToOriginalServer === undefined ? {} : { failbackToOriginalServer }),
    ...(originEnvironment === undefined ? {} : { originEnvironment }),
    readiness: evaluateReadiness(instance, surroundings),
  };
}

const lagOf = ({ lagDuration }: PreviewedServer) => parseDuration(lagDuration) ?? 0;
