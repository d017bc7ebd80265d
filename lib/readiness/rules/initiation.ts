import type { RecoveryInstance } from '@/lib/contract/recovery-instance';
import { formatDuration, parseInstant } from '@/lib/format';
import type { Facts } from '../facts';
import { INITIATION_STEPS } from './initiation-steps';
import { lookUp } from '../look-up';
import { isFresh } from './reading';
import { type Finding, type Objection, unknownValue } from '../rule';

export type Initiation = NonNullable<
  NonNullable<RecoveryInstance['dataReplicationInfo']>['dataReplicationInitiation']
>;
type InitiationStep = NonNullable<Initiation['steps']>[number];

/** What a step is called here; one that is newer than Homeward, by the name DRS gives it. */
export function stepLabel(name: string | undefined): string {
  return lookUp(INITIATION_STEPS, name)?.label ?? name ?? 'A step without a name';
}

/** "Step 3 of 7: Map the volumes (IN_PROGRESS)". */
export function describeInitiation({ initiation: { steps = [] } }: Facts): string {
  if (steps.length === 0) return 'DRS lists no steps';
  const step = steps.find(({ status }) => status === 'FAILED') ?? steps.find(isOpen);
  if (!step) return `All ${steps.length} steps are through`;
  return `Step ${steps.indexOf(step) + 1} of ${steps.length}: ${stepLabel(step.name)} (${step.status ?? 'no status'})`;
}

/** A failed step blocks, and so does one that is still open long after the attempt began. */
export function judgeInitiation(facts: Facts): Finding {
  const { steps = [] } = facts.initiation;
  if (steps.length === 0 || facts.isOver) return 'not-applicable';
  const isPast = PAST_INITIATION.includes(facts.replicationState ?? '');
  const failed = steps.find(({ status }) => status === 'FAILED');
  if (failed) return objectTo(failed, 'failed', isPast ? 'caution' : 'blocked');
  const step = steps.find(isOpen);
  if (!step || isPast) return 'pass';
  if (step.status !== 'IN_PROGRESS' && step.status !== 'NOT_STARTED') {
    return unknownValue('status of an initiation step', step.status);
  }
  if (!lookUp(INITIATION_STEPS, step.name)) return unknownValue('initiation step', step.name);
  const seconds = secondsSinceBegin(facts);
  return seconds > facts.thresholds.initiationSeconds
    ? objectTo(step, openFor(seconds, facts), 'blocked')
    : 'pass';
}

/** Data flows, or has flowed: steps that are still open then are history. */
const PAST_INITIATION: readonly string[] = [
  'INITIAL_SYNC',
  'CREATING_SNAPSHOT',
  'RESCAN',
  'CONTINUOUS',
  'BACKLOG',
  'PAUSED',
  'STOPPED',
  'DISCONNECTED',
];

const isOpen = ({ status }: InitiationStep) => status !== 'SUCCEEDED' && status !== 'SKIPPED';

function secondsSinceBegin({ initiation, readAt }: Facts): number {
  const began = parseInstant(initiation.startDateTime);
  return began ? (readAt.getTime() - began.getTime()) / 1000 : 0;
}

function openFor(seconds: number, { asOf, now }: Facts): string {
  const age = formatDuration(seconds);
  return isFresh(asOf, now)
    ? `is not through after ${age}`
    : `was not through after ${age} when DRS was last read`;
}

function objectTo(
  { name }: InitiationStep,
  what: string,
  verdict: 'caution' | 'blocked',
): Objection {
  return {
    verdict,
    sentence: `The initiation step "${stepLabel(name)}" ${what}.`,
    remedy: lookUp(INITIATION_STEPS, name)?.remedy ?? 'Look at this server in the AWS console.',
  };
}
