import {
  EC2InstanceState,
  FailbackReplicationError,
  FailbackState,
  OriginEnvironment,
  RecoveryInstanceDataReplicationInitiationStepName as StepName,
  RecoveryInstanceDataReplicationInitiationStepStatus as StepStatus,
  RecoveryInstanceDataReplicationState as ReplicationState,
} from '@aws-sdk/client-drs';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checklist, readiness } from '@/lib/contract/readiness';
import { type Change, NOW, checklistOf, readinessOf } from './fixtures';
import { INITIATION_STEPS } from './rules/initiation-steps';
import { REPLICATION_ERRORS } from './rules/replication-errors';
import { RULES } from './rules';

const NOT_KNOWN = /not known to Homeward|No rule of Homeward/;
const sentencesOf = (change: Change) =>
  checklistOf(change)
    .checks.flatMap(({ sentence }) => sentence ?? [])
    .join(' ');

describe('readiness', () => {
  it('calls an on-premises server ready when it is Ready and replication is CONTINUOUS', () => {
    expect(readinessOf()).toEqual({
      verdict: 'ready',
      reasons: [{ rule: 'ready', verdict: 'ready', sentence: 'Replication is up to date.' }],
    });
  });

  it.each<[change: Change, sentence: string]>([
    [{ lag: 'PT2S' }, 'Launching now loses at most 2 s of writes.'],
    [{ lag: 'PT0.4S' }, 'Launching now loses at most 1 s of writes.'],
    [{ backlog: 2 ** 29 }, 'Launching now loses at most 512 MiB of writes.'],
    [{ lag: 'PT2S', backlog: 2 ** 29 }, 'Launching now loses at most 2 s (512 MiB) of writes.'],
    [{ backlog: undefined }, 'Replication is up to date.'],
    [{ lag: undefined }, 'Replication is healthy; DRS does not give its lag.'],
    [
      { lag: undefined, backlog: 2 ** 29 },
      'Launching now loses 512 MiB of writes or more; DRS does not give its lag.',
    ],
  ])('says what a launch of a ready server loses: %o', (change, sentence) => {
    expect(readinessOf(change)).toMatchObject({ verdict: 'ready', reasons: [{ sentence }] });
  });

  it('gives the gravest reason first, and every other after it', () => {
    const { verdict, reasons } = readinessOf({ clientSilence: 840, drill: true, lag: 'PT5M' });
    expect(verdict).toBe('blocked');
    expect(reasons.map(({ rule }) => rule)).toEqual(['failback-client', 'lag', 'drill']);
  });

  it('keeps what only the checklist shows out of the reasons of the list', () => {
    const { reasons } = readinessOf({ error: 'NOT_CONVERGING' });
    expect(Object.keys(reasons[0] ?? {}).toSorted()).toEqual([
      'remedy',
      'rule',
      'sentence',
      'verdict',
    ]);
  });
});

describe('the checklist', () => {
  it('shows every rule with its fact, the age of the fact and its source, pass or not', () => {
    const { checks } = checklistOf({ clientSilence: 840 });
    expect(checks.map(({ rule }) => rule)).toEqual(RULES.map(({ id }) => id));
    expect(checks.every(({ fact, source }) => fact && source.startsWith('https://'))).toBe(true);
    expect(checks.every(({ asOf }) => new Date(asOf) <= NOW)).toBe(true);
  });

  it('puts the verdict and the remedy in one sentence', () => {
    expect(checklistOf({ clientSilence: 840 }).sentence).toBe(
      'Blocked: the failback client was last seen 14 min ago; check that the machine is still booted into it.',
    );
    expect(checklistOf().sentence).toBe('Ready: replication is up to date.');
    expect(checklistOf({ error: 'AGENT_NOT_SEEN' }).sentence).toMatch(
      /^Ready with caution: DRS reports that it has lost touch with the replication agent/,
    );
  });

  it('follows its contract', () => {
    expect(checklist.parse(checklistOf({ error: 'NOT_CONVERGING' }))).toBeTruthy();
    expect(readiness.parse(readinessOf())).toBeTruthy();
  });
});

it('tells operators of every rule in docs/readiness.md', () => {
  const page = readFileSync(new URL('../../docs/readiness.md', import.meta.url), 'utf8');
  expect(RULES.map(({ title }) => title).filter((title) => !page.includes(`| ${title} `))).toEqual(
    [],
  );
});

describe('the enums of the DRS model', () => {
  const covered: [name: string, values: string[], change: (value: string) => Change][] = [
    ['FailbackState', Object.values(FailbackState), (state) => ({ state })],
    ['OriginEnvironment', Object.values(OriginEnvironment), (origin) => ({ origin })],
    ['EC2InstanceState', Object.values(EC2InstanceState), (ec2) => ({ ec2 })],
    ['DataReplicationState', Object.values(ReplicationState), (replication) => ({ replication })],
    ['FailbackReplicationError', Object.values(FailbackReplicationError), (error) => ({ error })],
    ['InitiationStepName', Object.values(StepName), (name) => initiating(name, 'IN_PROGRESS')],
    ['InitiationStepStatus', Object.values(StepStatus), (status) => initiating('WAIT', status)],
  ];
  const initiating = (name: string, status: string): Change => ({
    state: 'FAILBACK_IN_PROGRESS',
    replication: 'INITIATING',
    steps: [[name, status]],
    initiationAge: 3_600,
  });

  it.each(covered)('%s: every value is known to the rules', (_name, values, change) => {
    expect(values.length).toBeGreaterThan(1);
    expect(values.filter((value) => NOT_KNOWN.test(sentencesOf(change(value))))).toEqual([]);
  });

  it.each(covered)('%s: every verdict with its remedy is one sentence', (_name, values, change) => {
    const sentences = values.map((value) => checklistOf(change(value)).sentence);
    expect(sentences.filter((sentence) => !/^[A-Z].*[^.]\.$/.test(sentence))).toEqual([]);
    expect(sentences.filter((sentence) => /\.[;\s]/.test(sentence))).toEqual([]);
  });

  it.each(covered)('%s: a value of tomorrow is told as not known', (_name, _values, change) => {
    expect(sentencesOf(change('VALUE_OF_TOMORROW'))).toMatch(NOT_KNOWN);
  });

  it.each<[name: string, change: Change]>([
    ['is still synchronizing', { state: 'FAILBACK_IN_PROGRESS' }],
    ['came from AWS', { origin: 'AWS', zone: 'eu-central-1a' }],
  ])('no remedy speaks of launching a server that %s', (_name, given) => {
    const remedies = covered.flatMap(([, values, change]) =>
      [...values, 'VALUE_OF_TOMORROW', undefined].flatMap((value) =>
        checklistOf({ drill: true, ...change(value as string), ...given }).checks.map(
          ({ remedy = '' }) => remedy,
        ),
      ),
    );
    const launching = remedies.filter((remedy) => /before launching|^Launch it/.test(remedy));
    expect([...new Set(launching)]).toEqual([]);
  });

  it('has the 21 replication errors and 18 initiation steps, and a remedy for each', () => {
    expect(Object.keys(REPLICATION_ERRORS).toSorted()).toEqual(
      Object.values(FailbackReplicationError).toSorted(),
    );
    expect(Object.keys(REPLICATION_ERRORS)).toHaveLength(21);
    expect(Object.keys(INITIATION_STEPS).toSorted()).toEqual(Object.values(StepName).toSorted());
    expect(Object.keys(INITIATION_STEPS)).toHaveLength(18);
    const remedies = [...Object.values(REPLICATION_ERRORS), ...Object.values(INITIATION_STEPS)];
    expect(remedies.every(({ remedy }) => /^[A-Z].*\.$/.test(remedy))).toBe(true);
  });
});
