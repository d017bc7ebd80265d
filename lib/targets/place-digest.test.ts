import { expect, it } from 'vitest';
import { parseConfig } from '@/lib/config';
import { placeDigest } from './place-digest';

const place = (variables: Record<string, string> = {}) =>
  placeDigest(parseConfig({ AWS_REGION: 'eu-west-1', ...variables }).targets);

const withRole = (arn: string) =>
  placeDigest(
    parseConfig(
      { HOMEWARD_TARGETS_FILE: 'targets.json' },
      () => `{ "targets": [{ "name": "eu-west-1", "region": "eu-west-1", "roleArn": "${arn}" }] }`,
    ).targets,
  );

it('is another one for AWS than for the simulator, for each Region and for each role', () => {
  const role = 'arn:aws:iam::111122223333:role/Homeward';
  const places = [
    place(),
    place({ HOMEWARD_SIMULATOR_URL: 'http://127.0.0.1:4570' }),
    place({ AWS_REGION: 'eu-central-1', HOMEWARD_TARGET: 'eu-west-1' }),
    place({ HOMEWARD_TARGET: 'production' }),
    withRole(role),
    withRole(role.replace('1111', '4444')),
  ];
  expect(new Set(places).size).toBe(places.length);
});

it('stays the same whatever else is set, and tells nothing of the role', () => {
  expect(place({ HOMEWARD_SERVERS_PER_JOB: '50', HOMEWARD_OPERATOR: 'Ana' })).toBe(place());
  expect(withRole('arn:aws:iam::111122223333:role/Homeward')).toMatch(/^[\w-]{16}$/);
});
