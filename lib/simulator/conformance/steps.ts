import type { Job } from '@aws-sdk/client-drs';
import fc from 'fast-check';
import type { Offline } from './offline';

// What can be done to an account: requests, events, steps of the clock and changes of the speed.

export const INSTANCE_OPERATIONS = [
  'StopFailback',
  'ReverseReplication',
  'DisconnectRecoveryInstance',
  'DeleteRecoveryInstance',
  'GetFailbackReplicationConfiguration',
];
const EVENTS = [
  'bootClients',
  'loseClients',
  'returnClients',
  'stallServers',
  'stallDisks',
  'resume',
] as const;

const place = fc.nat(11);
const places = fc.array(place, { minLength: 1, maxLength: 5 });

export type Step =
  | { kind: 'launch' | 'terminate'; places: number[] }
  | { kind: 'operation'; operation: string; place: number }
  | { kind: 'recover'; place: number }
  | { kind: 'delete-job'; place: number }
  | { kind: 'event'; event: (typeof EVENTS)[number]; place: number }
  | { kind: 'clock'; seconds: number }
  | { kind: 'speed'; speed: number };

export const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('launch' as const), places }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('terminate' as const), places }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('operation' as const),
      operation: fc.constantFrom(...INSTANCE_OPERATIONS),
      place,
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('recover' as const), place }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('delete-job' as const), place }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('event' as const),
      event: fc.constantFrom(...EVENTS),
      place,
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('clock' as const),
      seconds: fc.constantFrom(1, 30, 300, 3_600, 40_000),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('speed' as const), speed: fc.constantFrom(1, 60) }),
  },
);

/** Does one step, and gives the status of the answer. */
export function perform(offline: Offline, given: Step): number {
  const idAt = (at: number) => offline.knownIDs[at] ?? 'i-00000000';
  switch (given.kind) {
    case 'launch':
      return offline.call('StartFailbackLaunch', { recoveryInstanceIDs: given.places.map(idAt) })
        .status;
    case 'terminate':
      return offline.call('TerminateRecoveryInstances', {
        recoveryInstanceIDs: given.places.map(idAt),
      }).status;
    case 'operation':
      return offline.call(given.operation, { recoveryInstanceID: idAt(given.place) }).status;
    case 'recover': {
      const servers = offline.all<{ sourceServerID: string }>(
        'DescribeSourceServers',
        'eu-central-1',
      );
      const { sourceServerID = 's-00000000000000000' } = servers.at(-1 - given.place) ?? {};
      return offline.call('StartRecovery', { sourceServers: [{ sourceServerID }] }, 'eu-central-1')
        .status;
    }
    case 'delete-job': {
      const { jobID = 'drsjob-00000000000000000' } =
        offline.all<Job>('DescribeJobs')[given.place] ?? {};
      return offline.call('DeleteJob', { jobID }).status;
    }
    case 'event':
      offline.trigger(given.event, idAt(given.place));
      return 200;
    case 'clock':
      offline.step(given.seconds);
      return 200;
    default:
      offline.setSpeed(given.speed);
      return 200;
  }
}
