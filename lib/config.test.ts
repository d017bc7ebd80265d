import { describe, expect, it } from 'vitest';
import { parseConfig } from './config';

describe('the settings', () => {
  it('need the Region only', () => {
    expect(parseConfig({ AWS_REGION: 'eu-west-1' })).toMatchObject({
      targets: [{ name: 'eu-west-1', region: 'eu-west-1', serversPerJob: 100 }],
      allowedHosts: ['127.0.0.1', 'localhost', '[::1]'],
      operator: 'Local operator',
    });
  });

  it('treat an empty variable as absent', () => {
    expect(parseConfig({ AWS_REGION: 'eu-west-1', HOMEWARD_TARGET: '' }).targets[0]?.name).toBe(
      'eu-west-1',
    );
  });

  it.each(['us-gov-west-1', 'ap-southeast-4', 'cn-north-1'])('know %s as a Region', (region) => {
    expect(parseConfig({ AWS_REGION: region }).targets[0]?.region).toBe(region);
  });

  it('name every variable that is wrong', () => {
    expect(() =>
      parseConfig({ HOMEWARD_SERVERS_PER_JOB: '201', HOMEWARD_SIMULATOR_URL: 'simulator' }),
    ).toThrow(
      /AWS_REGION is not set.*HOMEWARD_SIMULATOR_URL must be an address.*HOMEWARD_SERVERS_PER_JOB must be at most 200/,
    );
  });
});
