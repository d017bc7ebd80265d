import { describe, expect, it } from 'vitest';
import {
  type DismissRequest,
  type RelaunchSelection,
  type ResendRequest,
  dismissRequest,
  relaunchSelection,
  resendRequest,
} from './failback-launch-actions';

describe('a decision on a parked batch', () => {
  it('to send again says so a second time, with the version that was seen', () => {
    const good: ResendRequest = { confirm: 'resend', version: 4 };
    expect(resendRequest.parse(good)).toEqual(good);
    for (const bad of [{ version: 4 }, { confirm: 'yes', version: 4 }, { confirm: 'resend' }]) {
      expect(resendRequest.safeParse(bad).success).toBe(false);
    }
  });

  it('to do without says so too, and may say why', () => {
    const good: DismissRequest = { confirm: 'not-needed', version: 4, note: 'rebuilt by hand' };
    expect(dismissRequest.parse(good)).toEqual(good);
    expect(dismissRequest.parse({ confirm: 'not-needed', version: 4 }).note).toBe('');
    expect(dismissRequest.safeParse({ confirm: 'resend', version: 4 }).success).toBe(false);
  });
});

it('a selection for another launch says what it leaves out, and why', () => {
  const selection: RelaunchSelection = {
    target: 'eu-west-1',
    recoveryInstanceIDs: ['i-0a41f7c2d9e8b3a16'],
    tags: { wave: '2' },
    leftOut: [{ recoveryInstanceID: 'i-0a41f7c2d9e8b3a17', reason: 'It went home.' }],
  };
  expect(relaunchSelection.parse(selection)).toEqual(selection);
});
