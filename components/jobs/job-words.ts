import type { Job, JobOutcome } from '@/lib/contract/job';

type DescribedJob = Pick<Job, 'type' | 'initiatedBy'>;

/** What the AWS console calls jobs by what initiated them. Source: DRS user guide, "Recovery job history". */
const LAUNCHES: Record<string, string> = {
  FAILBACK: 'Failback',
  START_RECOVERY: 'Recovery',
  START_DRILL: 'Recovery drill',
};

const TYPES: Record<string, string> = {
  TERMINATE: 'Terminate',
  CREATE_CONVERTED_SNAPSHOT: 'Create converted snapshot',
};

const INITIATORS: Record<string, string> = {
  ...LAUNCHES,
  DIAGNOSTIC: 'Diagnostic',
  TERMINATE_RECOVERY_INSTANCES: 'Terminate recovery instances',
  TARGET_ACCOUNT: 'Target account',
  CREATE_NETWORK_RECOVERY: 'Create network recovery',
  UPDATE_NETWORK_RECOVERY: 'Update network recovery',
  ASSOCIATE_NETWORK_RECOVERY: 'Associate network recovery',
};

/** The job type as the AWS console words it; a value nobody knows stays as it is. */
export function jobTypeWord({ type, initiatedBy }: DescribedJob): string {
  if (type === 'LAUNCH') return (initiatedBy && LAUNCHES[initiatedBy]) || 'Launch';
  return (type && (TYPES[type] ?? type)) || 'Type not given';
}

/** Who or what asked for the job, as the AWS console words it; an unknown value stays as it is. */
export function initiatorWord(initiatedBy: string | undefined): string {
  return (initiatedBy && (INITIATORS[initiatedBy] ?? initiatedBy)) || 'Not given';
}

/** The names the API gives the same facts, so that operators can search for either. */
export function jobApiNames({ type, initiatedBy }: DescribedJob): string {
  return [type, initiatedBy].filter(Boolean).join(' · ');
}

/** What a server of this job is called after its success: "home" or "launched". */
export function arrivalWord({ type, initiatedBy }: DescribedJob): string {
  if (type === 'TERMINATE') return 'terminated';
  return initiatedBy === 'FAILBACK' ? 'home' : 'launched';
}

export const OUTCOME_WORDS: Record<JobOutcome['outcome'], string> = {
  running: 'Running',
  succeeded: 'Succeeded',
  'partly-failed': 'Partly failed',
  failed: 'Failed',
  cancelled: 'Cancelled',
  unknown: 'Unknown',
};
