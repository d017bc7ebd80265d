import { expect, it } from 'vitest';
import type { LaunchContext } from '../context';
import { surveyServers } from './survey';

const asOf = new Date('2026-11-24T10:00:00Z');

/** A context whose target lists one recovery instance of this hostname. */
function listing(hostname: string | undefined) {
  const instance = {
    recoveryInstanceID: 'i-0000000000000000a',
    recoveryInstanceProperties: { identificationHints: { hostname } },
  };
  const watch = {
    fleet: { fresh: async () => ({ asOf, value: [instance] }) },
    jobs: { fresh: async () => ({ asOf, value: [] }) },
  };
  const target = { watch, config: { region: 'eu-west-1', thresholds: {} } };
  return {
    targets: { get: () => target },
    clock: { now: () => asOf },
  } as unknown as LaunchContext;
}

it.each([
  ['erp-db-01', 'erp-db-01'],
  ['', 'i-0000000000000000a'],
  [undefined, 'i-0000000000000000a'],
])('calls a server of hostname %o %s', async (hostname, name) => {
  const request = { target: 't', recoveryInstanceIDs: ['i-0000000000000000a'] };
  const { blocked, caution } = await surveyServers(listing(hostname), request, 0);
  expect([...blocked, ...caution].map((server) => server.name)).toEqual([name]);
});

it('marks a server that DRS does not list', async () => {
  const request = { target: 't', recoveryInstanceIDs: ['i-0000000000000000b'] };
  const { blocked, unknown } = await surveyServers(listing(''), request, 0);
  expect(blocked).toMatchObject([{ name: 'i-0000000000000000b', isUnlisted: true }]);
  expect(unknown).toEqual(['i-0000000000000000b']);
});
