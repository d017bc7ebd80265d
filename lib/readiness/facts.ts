import type { FailbackProcedure } from '@/lib/contract/failback-procedure';
import type { Job } from '@/lib/contract/job';
import type { Thresholds } from '@/lib/contract/readiness';
import type { RecoveryInstance } from '@/lib/contract/recovery-instance';
import { parseDuration, parseInstant } from '@/lib/format';
import { accountIn } from './account';
import { regionOfZone } from './aws-console';
import { isNotRunning } from './rules/ec2-state';
import { COMPLETED_STATE, FAILBACK_STATES, LAUNCHABLE_STATE } from './rules/failback-states';
import type { Initiation } from './rules/initiation';
import { REPLICATION_STATES } from './rules/replication-states';
import { sumOfDisks } from './disks';
import { lookUp } from './look-up';

/** What the rules look at, read once from DRS's own words. */
export interface Facts {
  originEnvironment: string | undefined;
  /** Which of the two failbacks takes it home. */
  procedure: FailbackProcedure['kind'];
  recoveryRegion: string;
  originRegion: string | undefined;
  /** The account of the recovery instance. DRS does not name that of the origin. */
  account: string | undefined;
  failbackState: string | undefined;
  /** Failed back already: what a launch would need is past asking. */
  isOver: boolean;
  /** Ready, or in a state that Homeward does not know and so does not rule out. */
  mayBeReady: boolean;
  /** Its failback or replication state alone rules out a launch, so that whatever disturbs replication stands in the way. */
  isRuledOutByState: boolean;
  /** Came from AWS and is Ready: what was copied is in the origin Region, so the instance may be off for the launch there. */
  isStoppedForLaunch: boolean;
  /** The last failback job that DRS names. */
  failbackJobID: string | undefined;
  replicationState: string | undefined;
  replicationError: string | undefined;
  replicationRawError: string | undefined;
  /** The latest attempt to start replication. */
  initiation: Initiation;
  ec2State: string | undefined;
  /** Undefined where DRS does not say. */
  isDrill: boolean | undefined;
  /** The lag as DRS writes it, and in seconds; undefined when it gives none, or none that can be read. */
  lagDuration: string | undefined;
  lagSeconds: number | undefined;
  /** Undefined when DRS gives none. */
  backlogBytes: number | undefined;
  clientSeen: Date | undefined;
  agentSeen: Date | undefined;
  /** The job that holds the server now, whoever started it. */
  runningJob: Job | undefined;
  thresholds: Thresholds;
  /** When DRS was asked for the server, and for the jobs; undefined when these could not be read. */
  asOf: Date;
  jobsAsOf: Date | undefined;
  /** The moment of the reading by the clock of DRS, as far as it is known: what DRS dates is measured against it. */
  readAt: Date;
  clock: ClockStanding;
  now: Date;
}

/** How the clock of the Homeward server stands to the one that dates what is read. */
export interface ClockStanding {
  /** Milliseconds by which that of DRS is ahead; undefined before DRS has answered this process. */
  offset: number | undefined;
  /** A simulator has a clock of its own, which a trainer steps forward. */
  isSimulated: boolean;
}

/** What is judged with, beside the recovery instance itself. */
export interface Surroundings {
  /** The Region the instance runs in. */
  region: string;
  now: Date;
  asOf: Date;
  jobsAsOf: Date | undefined;
  clock: ClockStanding;
  runningJob: Job | undefined;
  thresholds: Thresholds;
}

const PROCEDURES: Readonly<Record<string, Facts['procedure']>> = {
  ON_PREMISES: 'on-premises',
  AWS: 'in-aws',
};

/** Reads the facts of one recovery instance. */
export function gatherFacts(instance: RecoveryInstance, surroundings: Surroundings): Facts {
  const { failback, dataReplicationInfo: replication } = instance;
  const procedure = lookUp(PROCEDURES, instance.originEnvironment) ?? 'unknown';
  const state = failback?.state;
  const replicationState = replication?.dataReplicationState;
  const isOnPremises = procedure !== 'in-aws';
  return {
    originEnvironment: instance.originEnvironment,
    procedure,
    recoveryRegion: surroundings.region,
    originRegion: regionOfZone(instance.originAvailabilityZone),
    account: accountIn(instance.arn),
    failbackState: state,
    isOver: state === COMPLETED_STATE,
    mayBeReady: isOnPremises && state !== COMPLETED_STATE && !lookUp(FAILBACK_STATES, state),
    isRuledOutByState: isOnPremises && isRuledOutByState(state, replicationState),
    isStoppedForLaunch:
      procedure === 'in-aws' &&
      state === LAUNCHABLE_STATE &&
      isNotRunning(instance.ec2InstanceState),
    failbackJobID: failback?.failbackJobID,
    replicationState,
    replicationError: replication?.dataReplicationError?.error,
    replicationRawError: replication?.dataReplicationError?.rawError,
    initiation: replication?.dataReplicationInitiation ?? {},
    ec2State: instance.ec2InstanceState,
    isDrill: instance.isDrill,
    lagDuration: replication?.lagDuration,
    lagSeconds: parseDuration(replication?.lagDuration),
    backlogBytes: sumOfDisks(replication?.replicatedDisks, 'backloggedStorageBytes'),
    clientSeen: parseInstant(failback?.failbackClientLastSeenByServiceDateTime),
    agentSeen: parseInstant(failback?.agentLastSeenByServiceDateTime),
    runningJob: surroundings.runningJob,
    thresholds: surroundings.thresholds,
    asOf: surroundings.asOf,
    jobsAsOf: surroundings.jobsAsOf,
    readAt: new Date(surroundings.asOf.getTime() + (surroundings.clock.offset ?? 0)),
    clock: surroundings.clock,
    now: surroundings.now,
  };
}

function isRuledOutByState(
  failbackState: string | undefined,
  replicationState: string | undefined,
) {
  return (
    lookUp(FAILBACK_STATES, failbackState) !== undefined ||
    lookUp(REPLICATION_STATES, replicationState)?.verdict === 'blocked'
  );
}
