import { expect, it } from 'vitest';
import { openWorld } from './open-world';
import { isListed } from './presence';
import { instancesOf } from './world';

const NOW = Date.parse('2026-11-24T04:00:00Z');

it.each([60, 40_000])('recovers all of %i servers before the world is opened', (count) => {
  const wanted = {
    accountID: '123456789012',
    region: 'eu-west-1',
    seed: 1,
    fleet: [{ count }],
    isInitialised: true,
    now: NOW,
  };
  const moment = { now: NOW, speedHistory: [], stalledIsError: true, timestamps: 'live' as const };
  const world = openWorld({}, wanted);
  const listed = instancesOf(world).filter((instance) => isListed(world, instance, moment));
  expect(listed).toHaveLength(count);
});
