import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Offline } from './offline';
import { type Step, perform, step } from './steps';

// Where an instance stands is remembered while nothing moves. Nobody may be able to tell: a simulation that was
// looked at after every step answers as one that was only just read from what is saved of it.

const clock = fc.record({
  kind: fc.constant('clock' as const),
  seconds: fc.constantFrom(0.017, 3, 25, 3_700, -0.5, -40, -5_000),
});

const LAUNCH: Step = { kind: 'launch', places: [0] };
const wait = (seconds: number): Step => ({ kind: 'clock', seconds });

/** What chance seldom comes upon: a launch that ends, and one that will have gone faster than it went before. */
const EXAMPLES: [Step[]][] = [
  [[LAUNCH, wait(30), wait(3_700)]],
  [[LAUNCH, wait(3_700), wait(-3_700), { kind: 'speed', speed: 60 }, wait(3_700)]],
];

const instances = (offline: Offline) => offline.all('DescribeRecoveryInstances');

describe('what is remembered of an instance', () => {
  it('is what a simulation that remembers nothing answers', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(step, clock), { maxLength: 20 }), (steps) => {
        const offline = new Offline();
        for (const given of steps) {
          perform(offline, given);
          expect(instances(offline)).toEqual(instances(offline.reopened()));
        }
      }),
      { numRuns: 30, examples: EXAMPLES },
    );
  }, 60_000);
});
