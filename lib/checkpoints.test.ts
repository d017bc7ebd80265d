import { afterEach, expect, it, vi } from 'vitest';
import { CHECKPOINTS, checkpoint, parseFaultPoint } from './checkpoints';
import { parseConfig } from './config';

const kill = vi.spyOn(process, 'kill').mockReturnValue(true);
afterEach(() => {
  vi.unstubAllEnvs();
  kill.mockClear();
});

it('are twelve, and do nothing unless one is named', () => {
  expect(new Set(CHECKPOINTS).size).toBe(12);
  for (const point of CHECKPOINTS) checkpoint(point);
  expect(kill).not.toHaveBeenCalled();
});

it('kill the process at the passage that is named', () => {
  vi.stubEnv('HOMEWARD_FAULT_POINT', 'after-claim:2');
  checkpoint('after-claim');
  checkpoint('before-write');
  expect(kill).not.toHaveBeenCalled();
  checkpoint('after-claim');
  expect(kill).toHaveBeenCalledWith(process.pid, 'SIGKILL');
});

it.each(['', 'after', 'after-claim:0', 'after-claim:x', 'after-claim:-1'])(
  'are not named by %j',
  (value) => {
    expect(parseFaultPoint(value)).toBeUndefined();
  },
);

it('are refused where DRS is not the simulator', () => {
  const variables = { AWS_REGION: 'eu-west-1', HOMEWARD_FAULT_POINT: 'after-claim' };
  expect(() => parseConfig(variables)).toThrow(/every target must be a simulator/);
  expect(() =>
    parseConfig({ ...variables, HOMEWARD_SIMULATOR_URL: 'http://127.0.0.1:4570' }),
  ).not.toThrow();
  expect(() => parseConfig({ AWS_REGION: 'eu-west-1', HOMEWARD_FAULT_POINT: 'now' })).toThrow(
    /HOMEWARD_FAULT_POINT must be one of before-intent/,
  );
});
