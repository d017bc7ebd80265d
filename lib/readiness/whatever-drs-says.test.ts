import {
  EC2InstanceState,
  FailbackReplicationError,
  FailbackState,
  OriginEnvironment,
  RecoveryInstanceDataReplicationInitiationStepName as StepName,
  RecoveryInstanceDataReplicationInitiationStepStatus as StepStatus,
  RecoveryInstanceDataReplicationState as ReplicationState,
} from '@aws-sdk/client-drs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { DEFAULT_THRESHOLDS } from '@/lib/contract/readiness';
import { type Change, NOW, checklistOf, readinessOf } from './fixtures';

// What keeps a launch from being green is written down here a second time, from what DRS says and in plain
// conditions: the rules are held to it and not to themselves.

const GIB = 2 ** 30;

/** What a healthy server has, nineteen times out of twenty; else something else. */
const mostly = <Value>(healthy: Value, other: fc.Arbitrary<Value>) =>
  fc.oneof({ weight: 19, arbitrary: fc.constant(healthy) }, { weight: 1, arbitrary: other });
/** Else any value of the enum, any text, or nothing. */
const valueOf = (values: object, healthy: string | undefined) => {
  const other = fc.oneof(fc.constantFrom(...Object.values(values)), fc.string());
  return mostly(healthy, fc.option(other, { nil: undefined }));
};
const orNothing = <Value>(arbitrary: fc.Arbitrary<Value>) =>
  fc.option(arbitrary, { nil: undefined, freq: 3 });

const lastSeen = mostly<number | undefined>(3, orNothing(fc.integer({ min: 0, max: 2_000 })));

const LAGS: Readonly<Record<string, number>> = { P0D: 0, PT30S: 30, PT61S: 61, PT2H: 7_200 };

const situation = fc.record({
  origin: valueOf(OriginEnvironment, 'ON_PREMISES'),
  state: valueOf(FailbackState, 'FAILBACK_READY_FOR_LAUNCH'),
  replication: valueOf(ReplicationState, 'CONTINUOUS'),
  ec2: valueOf(EC2InstanceState, 'RUNNING'),
  error: valueOf(FailbackReplicationError, undefined),
  rawError: mostly<string | undefined>(undefined, fc.string()),
  failbackJobID: mostly('', fc.constant('drsjob-1')),
  steps: fc.array(fc.tuple(valueOf(StepName, 'WAIT'), valueOf(StepStatus, 'SUCCEEDED')), {
    maxLength: 3,
  }),
  initiationAge: fc.integer({ min: 0, max: 4_000 }),
  clientSilence: lastSeen,
  agentSilence: lastSeen,
  lag: mostly<string | undefined>('P0D', orNothing(fc.constantFrom(...Object.keys(LAGS), 'soon'))),
  backlog: mostly<number | undefined>(0, orNothing(fc.constantFrom(GIB, GIB + 1, 1_024 * GIB))),
  drill: mostly<boolean | undefined>(false, orNothing(fc.constant(true))),
  /** How old the two readings are, in seconds; undefined when the jobs could not be read. */
  age: mostly(0, fc.integer({ min: 0, max: 300 })),
  jobsAge: mostly<number | undefined>(0, orNothing(fc.integer({ min: 0, max: 300 }))),
  isInJob: mostly(false, fc.constant(true)),
  /** Seconds by which the clock of DRS is ahead of ours. */
  offset: mostly<number | undefined>(0, orNothing(fc.integer({ min: -600, max: 600 }))),
  isSimulated: fc.boolean(),
  silenceSeconds: mostly(300, fc.integer({ min: 1, max: 2_000 })),
  lagBlockedSeconds: mostly<number | null>(null, fc.constantFrom(0, 60, 3_600)),
  backlogBlockedBytes: mostly<number | null>(null, fc.constantFrom(0, GIB, 2 * GIB)),
});
type Situation = typeof situation extends fc.Arbitrary<infer Value> ? Value : never;

function judge(given: Situation) {
  const { age, jobsAge, isInJob, offset, isSimulated, failbackJobID, ...rest } = given;
  const { silenceSeconds, lagBlockedSeconds, backlogBlockedBytes, ...change } = rest;
  const ago = (seconds: number) => new Date(NOW.getTime() - seconds * 1_000);
  const server: Change = { ...change, ...(failbackJobID ? { failbackJobID } : {}) };
  const limits = { silenceSeconds, lagBlockedSeconds, backlogBlockedBytes };
  const around = {
    asOf: ago(age),
    jobsAsOf: jobsAge === undefined ? undefined : ago(jobsAge),
    runningJob: isInJob ? { jobID: 'drsjob-2' } : undefined,
    clock: { offset: offset === undefined ? undefined : offset * 1_000, isSimulated },
    thresholds: { ...DEFAULT_THRESHOLDS, ...limits },
  };
  return { ...readinessOf(server, around), ...checklistOf(server, around) };
}

/** Whether somebody whom DRS had seen was silent for too long when it was read, by the clock of DRS. */
const isSilent = (silence: number | undefined, { age, offset = 0, silenceSeconds }: Situation) =>
  silence !== undefined && silence - age + offset > silenceSeconds;
const isFromAWS = ({ origin }: Situation) => origin === 'AWS';
const lagOf = ({ lag = '' }: Situation) => LAGS[lag];

/** What no person may decide to launch all the same. */
const FORBIDS: Readonly<Record<string, (given: Situation) => boolean>> = {
  'a DRS job holds it': ({ isInJob }) => isInJob,
  'it came from AWS': isFromAWS,
  'its EC2 instance is gone': ({ ec2 = '' }) =>
    ['TERMINATED', 'SHUTTING-DOWN', 'NOT_FOUND'].includes(ec2),
  'DRS knows its failback state and does not call it Ready': ({ state = '' }) =>
    state !== 'FAILBACK_READY_FOR_LAUNCH' && Object.hasOwn(FailbackState, state),
  'its failback client does not answer': (given) =>
    isSilent(given.clientSilence, given) && given.state === 'FAILBACK_READY_FOR_LAUNCH',
  'DRS has lost the failback client': ({ error }) => error === 'FAILBACK_CLIENT_NOT_SEEN',
  'no data flows': ({ replication = '' }) =>
    ['NOT_STARTED', 'INITIATING', 'INITIAL_SYNC', 'STALLED', 'STOPPED', 'DISCONNECTED'].includes(
      replication,
    ),
  'it lags more than the operator allows': (given) =>
    given.lagBlockedSeconds !== null &&
    (lagOf(given) ?? 0) > given.lagBlockedSeconds &&
    given.state === 'FAILBACK_READY_FOR_LAUNCH',
  'its backlog is more than the operator allows': (given) =>
    given.backlogBlockedBytes !== null &&
    (given.backlog ?? 0) > given.backlogBlockedBytes &&
    given.state === 'FAILBACK_READY_FOR_LAUNCH',
};

/** What is no green either: a person decides. */
const DOUBTS: Readonly<Record<string, (given: Situation) => boolean>> = {
  'the jobs could not be read': ({ jobsAge }) => jobsAge === undefined,
  'it is not known to come from on premises': ({ origin }) => origin !== 'ON_PREMISES',
  'its EC2 instance is not known to run': ({ ec2 }) => ec2 !== 'RUNNING',
  'DRS does not call it Ready': ({ state }) => state !== 'FAILBACK_READY_FOR_LAUNCH',
  'replication is not healthy': ({ replication }) => replication !== 'CONTINUOUS',
  'DRS reports an error': ({ error, rawError }) => Boolean(error) || Boolean(rawError),
  'a step failed': ({ steps }) => steps.some(([, status]) => status === 'FAILED'),
  'DRS does not say when the client was seen': ({ clientSilence }) => clientSilence === undefined,
  'the agent does not answer': (given) => isSilent(given.agentSilence, given),
  'it lags by more than a minute': (given) => (lagOf(given) ?? 0) > 60,
  'its lag cannot be read': ({ lag }) => lag === 'soon',
  'its backlog is more than a GiB': ({ backlog = 0 }) => backlog > GIB,
  'a limit on lag cannot be checked': (given) =>
    given.lagBlockedSeconds !== null && lagOf(given) === undefined,
  'a limit on backlog cannot be checked': ({ backlog, backlogBlockedBytes }) =>
    backlogBlockedBytes !== null && backlog === undefined,
  'it is a drill': ({ drill }) => drill === true,
  'DRS was not read lately': ({ age, jobsAge = 0 }) => Math.max(age, jobsAge) > 120,
  'the clocks differ': ({ offset, isSimulated, age, clientSilence, agentSilence }) => {
    const seen = Math.min(clientSilence ?? age, agentSilence ?? age);
    return !isSimulated && Math.abs(offset ?? Math.max(0, age - seen)) > 60;
  },
};

const holdsIn = (given: Situation, conditions: typeof FORBIDS) =>
  Object.keys(conditions).filter((name) => conditions[name]?.(given));

it('is green when nothing stands against it, and never otherwise', () => {
  const met = new Set<string>();
  const property = fc.property(situation, (given) => {
    const against = [...holdsIn(given, FORBIDS), ...holdsIn(given, DOUBTS)];
    expect([judge(given).verdict === 'ready', against]).toEqual([against.length === 0, against]);
    if (against.length <= 2) for (const name of against) met.add(name);
    else met.add('more than two');
    if (against.length === 0) met.add('none');
  });
  fc.assert(property, { numRuns: 6_000, seed: 1 });
  const names = ['none', 'more than two', ...Object.keys(FORBIDS), ...Object.keys(DOUBTS)];
  // Nothing that is written down here goes unmet.
  expect(names.filter((name) => !met.has(name))).toEqual([]);
});

it('leaves no decision to a person where a launch would be in vain', () => {
  fc.assert(
    fc.property(situation, (given) => {
      // A server that is home is past every question.
      fc.pre(given.state !== 'FAILBACK_COMPLETED' || isFromAWS(given) || given.isInJob);
      const [forbidden] = holdsIn(given, FORBIDS);
      fc.pre(forbidden !== undefined);
      const { verdict } = judge(given);
      expect([verdict, forbidden]).toEqual([given.isInJob ? 'running' : 'blocked', forbidden]);
    }),
    { numRuns: 3_000, seed: 1 },
  );
});

it('says the same in the verdict and in the checklist', () => {
  fc.assert(
    fc.property(situation, (given) => {
      const { verdict, reasons, checks } = judge(given);
      const objections = checks.filter(({ sentence }) => sentence !== undefined);
      expect(reasons[0]?.verdict).toBe(verdict);
      expect(reasons.length).toBe(Math.max(1, objections.length));
    }),
    { numRuns: 1_000, seed: 1 },
  );
});
