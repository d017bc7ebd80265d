import { describe, expect, it } from 'vitest';
import type { ServerOutcome } from '@/lib/contract/job';
import { tallyServers } from '@/lib/outcome/tally';
import { tallyTitle } from './tally-title';

const servers = (...outcomes: ServerOutcome['outcome'][]): ServerOutcome[] =>
  outcomes.map((outcome) => ({ outcome, sentence: '', phases: [] }));

describe('the title of the tab', () => {
  it('counts who is home', () => {
    const tally = tallyServers(servers('launched', 'running', 'running'));
    expect(tallyTitle(tally, 'home')).toBe('1 of 3 home');
  });

  it('says what went wrong, even when most went well', () => {
    const tally = tallyServers(servers('launched', 'launched', 'failed', 'unknown'));
    expect(tallyTitle(tally, 'home')).toBe('2 of 4 home, 1 failed, 1 unknown');
  });
});
