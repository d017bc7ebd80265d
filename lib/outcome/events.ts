import type { Job, JobLogItem, Phase, ServerOutcome } from '@/lib/contract/job';

/** What a line of a job log says about the server it names. */
export interface EventMeaning {
  /** The phase that begins with it; absent on lines that tell of no change. */
  begins?: Phase;
  failure?: Failure;
}

interface Failure {
  sentence: string;
  stage: Stage;
}

export type Stage = NonNullable<ServerOutcome['failedIn']>;

/**
 * Every event of the API model. LAUNCH_END is emitted by the service although the model does not list it. The
 * log of a FAILBACK job is published nowhere; it is taken to be that of a recovery job without its snapshots.
 * https://docs.aws.amazon.com/drs/latest/APIReference/API_JobLog.html
 */
export const EVENTS: ReadonlyMap<string, EventMeaning> = new Map<string, EventMeaning>([
  ['JOB_START', {}],
  ['JOB_CANCEL', { begins: 'cancelled' }],
  ['JOB_END', {}],
  ['SERVER_SKIPPED', { begins: 'skipped' }],
  ['SNAPSHOT_START', { begins: 'snapshotting' }],
  ['SNAPSHOT_END', { begins: 'requested' }],
  ['SNAPSHOT_FAIL', failed('Snapshot failed', 'snapshot')],
  ['USING_PREVIOUS_SNAPSHOT', { begins: 'requested' }],
  ['USING_PREVIOUS_SNAPSHOT_FAILED', failed('The previous snapshot could not be used', 'snapshot')],
  ['CONVERSION_START', { begins: 'converting' }],
  ['CONVERSION_END', { begins: 'rebooting' }],
  ['CONVERSION_FAIL', failed('Conversion failed', 'conversion')],
  ['LAUNCH_START', { begins: 'rebooting' }],
  ['LAUNCH_END', { begins: 'home' }],
  ['LAUNCH_FAILED', failed('Launch failed', 'launch')],
  // In a launch this is about the instances of earlier launches.
  ['CLEANUP_START', {}],
  ['CLEANUP_END', {}],
  ['CLEANUP_FAIL', failed('Clean-up failed', 'clean-up')],
  ['UPDATE_LAUNCH_TEMPLATE_START', {}],
  ['UPDATE_LAUNCH_TEMPLATE_END', {}],
  [
    'UPDATE_LAUNCH_TEMPLATE_FAILED',
    failed('The launch template could not be updated', 'launch template'),
  ],
  ['DEPLOY_NETWORK_CONFIGURATION_START', {}],
  ['DEPLOY_NETWORK_CONFIGURATION_END', {}],
  [
    'DEPLOY_NETWORK_CONFIGURATION_FAILED',
    failed('The network configuration could not be deployed', 'network'),
  ],
  ['UPDATE_NETWORK_CONFIGURATION_START', {}],
  ['UPDATE_NETWORK_CONFIGURATION_END', {}],
  [
    'UPDATE_NETWORK_CONFIGURATION_FAILED',
    failed('The network configuration could not be updated', 'network'),
  ],
  ['NETWORK_RECOVERY_FAIL', failed('Network recovery failed', 'network')],
]);

/** Where clean-up is what the job is for. */
const TERMINATING: ReadonlyMap<string, EventMeaning> = new Map<string, EventMeaning>([
  ['CLEANUP_START', { begins: 'cleaning-up' }],
  ['CLEANUP_END', { begins: 'home' }],
]);

/** What a line says in a job of this kind. An event that is not known never passes for progress. */
export function meaningOf(
  { event = '', eventData }: JobLogItem,
  { type }: Pick<Job, 'type'>,
): EventMeaning {
  const known = (type === 'TERMINATE' && TERMINATING.get(event)) || EVENTS.get(event);
  if (known) return known;
  return /FAIL/.test(event) || eventData?.rawError
    ? { begins: 'failed', failure: { sentence: unknownEvent(event), stage: 'unknown stage' } }
    : { begins: 'unknown' };
}

/** "Event TELEPORTED is not known to Homeward". */
export function unknownEvent(event: string): string {
  return event ? `Event ${event} is not known to Homeward` : 'DRS wrote an event without a name';
}

function failed(sentence: string, stage: Stage) {
  return { begins: 'failed' as const, failure: { sentence, stage } };
}
