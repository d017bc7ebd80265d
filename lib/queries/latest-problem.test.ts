import { describe, expect, it } from 'vitest';
import type { Problem } from '@/lib/contract/problem';
import { latestProblem } from './latest-problem';

const problem = (code: string): Problem => ({
  type: 'about:blank',
  title: code,
  status: 502,
  detail: code,
  code,
});

describe('why the facts are not newer', () => {
  it('is our API when that does not answer, else DRS', () => {
    const data = { problem: problem('drs-unreachable') };
    const error = new Error('The connection was closed.');
    expect(latestProblem({ error, data })?.detail).toBe('The connection was closed.');
    expect(latestProblem({ error: null, data })?.code).toBe('drs-unreachable');
  });

  it('is nothing while all is well', () => {
    expect(latestProblem({ error: null, data: { problem: null } })).toBeNull();
    expect(latestProblem({ error: null, data: undefined })).toBeNull();
  });
});
