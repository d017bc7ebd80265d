import { FailbackState } from '@aws-sdk/client-drs';
import { describe, expect, it } from 'vitest';
import { failbackProcedure } from '@/lib/contract/failback-procedure';
import { drsConsoleURL, regionOfZone } from './aws-console';
import { failbackProcedureOf } from './failback-procedure';
import { type Change, server } from './fixtures';
import { nextStep } from './in-aws-failback';

const stepFor = (state: string | undefined, zone: string | undefined = 'eu-central-1a') =>
  nextStep(server({ origin: 'AWS', state, zone }), 'eu-west-1');

describe('the next step of an in-AWS failback', () => {
  it.each(['FAILBACK_NOT_STARTED', 'FAILBACK_NOT_READY_FOR_LAUNCH'])(
    'is to start reversed replication in the recovery Region while failback.state is %s',
    (state) => {
      expect(stepFor(state)).toMatchObject({
        step: 'start-reversed-replication',
        operation: 'ReverseReplication',
        region: 'eu-west-1',
        sentence: 'Start reversed replication to eu-central-1, in the AWS console of eu-west-1.',
        consoleURL: 'https://eu-west-1.console.aws.amazon.com/drs/home?region=eu-west-1',
      });
    },
  );

  it('is to wait while FAILBACK_IN_PROGRESS', () => {
    expect(stepFor('FAILBACK_IN_PROGRESS')).toMatchObject({
      step: 'wait-for-reversed-replication',
      operation: null,
      region: 'eu-central-1',
    });
  });

  it('is to launch for failback in the origin Region when FAILBACK_READY_FOR_LAUNCH', () => {
    expect(stepFor('FAILBACK_READY_FOR_LAUNCH')).toMatchObject({
      step: 'launch-for-failback',
      operation: 'StartRecovery',
      region: 'eu-central-1',
      consoleURL:
        'https://eu-central-1.console.aws.amazon.com/drs/home?region=eu-central-1#/sourceServers',
    });
  });

  it('rests on the page about Availability Zones when the origin is in the same Region', () => {
    expect(stepFor('FAILBACK_NOT_STARTED', 'eu-west-1c').source).toMatch(/availability-zone/);
    expect(stepFor('FAILBACK_NOT_STARTED', 'eu-central-1a').source).toMatch(/region-region/);
    expect(stepFor('FAILBACK_ERROR').source).toMatch(/failback-replication-errors/);
  });

  it('names the origin Region in words only when DRS gives no Availability Zone', () => {
    const step = nextStep(server({ state: 'FAILBACK_READY_FOR_LAUNCH' }), 'eu-west-1');
    expect(step.sentence).toContain('in the AWS console of the origin Region');
    expect(step).toMatchObject({ region: null, consoleURL: null });
  });

  it.each([
    'FAILBACK_ERROR',
    'FAILBACK_LAUNCH_STATE_NOT_AVAILABLE',
    'FAILBACK_OF_TOMORROW',
    undefined,
  ])('is to look when failback.state is %s', (state) => {
    expect(stepFor(state).step).toBe('inspect');
  });

  it('is known for each value of FailbackState but FAILBACK_COMPLETED, which in-AWS failbacks never show', () => {
    const unknown = Object.values(FailbackState).filter((state) =>
      stepFor(state).sentence.includes('not known to Homeward'),
    );
    expect(unknown).toEqual(['FAILBACK_COMPLETED']);
  });
});

describe('the two failbacks', () => {
  const procedure = (change: Change) => failbackProcedureOf(server(change), 'eu-west-1');

  it('are told apart by originEnvironment', () => {
    expect(procedure({}).kind).toBe('on-premises');
    expect(procedure({ origin: 'AWS', zone: 'us-east-1f' })).toMatchObject({
      kind: 'in-aws',
      recoveryRegion: 'eu-west-1',
      originRegion: 'us-east-1',
    });
    expect(procedure({ origin: 'MOON' })).toEqual({ kind: 'unknown', originEnvironment: 'MOON' });
    expect(procedure({ origin: undefined })).toEqual({ kind: 'unknown', originEnvironment: null });
  });

  it('follow their contract', () => {
    for (const origin of ['ON_PREMISES', 'AWS', 'MOON']) {
      expect(failbackProcedure.parse(procedure({ origin }))).toEqual(procedure({ origin }));
    }
  });
});

describe('the AWS console', () => {
  it.each([
    ['eu-central-1a', 'eu-central-1'],
    ['us-west-2-lax-1a', 'us-west-2'],
    ['us-gov-west-1b', 'us-gov-west-1'],
    ['somewhere', undefined],
    ['https://evil.example/eu-west-1', undefined],
  ])('finds the Region of the zone %s: %s', (zone, region) => {
    expect(regionOfZone(zone)).toBe(region);
  });

  it('has another host in AWS GovCloud', () => {
    expect(drsConsoleURL('us-gov-west-1')).toBe(
      'https://us-gov-west-1.console.amazonaws-us-gov.com/drs/home?region=us-gov-west-1',
    );
  });
});
