import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { admissible, obstacle, planBatches } from './plan';

const quotas = { serversPerJob: 100, jobsAtOnce: 20, serversInAllJobs: 500 };
const ids = (count: number) => Array.from({ length: count }, (_, index) => `i-${index}`);
const sizes = (count: number, usage = { jobs: 0, servers: 0 }, limits = quotas) =>
  planBatches(ids(count), limits, usage).map((batch) => batch.recoveryInstanceIDs.length);

describe('a plan', () => {
  it('is one batch when that fits', () => {
    expect(sizes(1)).toEqual([1]);
    expect(sizes(100)).toEqual([100]);
  });

  it('is as few jobs as it takes while all of it can start at once', () => {
    expect(sizes(101)).toEqual([51, 50]);
    expect(sizes(500)).toEqual([100, 100, 100, 100, 100]);
  });

  it('is of small jobs that fill the quota when there has to be a queue', () => {
    expect(sizes(4000)).toEqual(Array.from({ length: 160 }, () => 25));
    expect(sizes(10_000)).toHaveLength(400);
  });

  it('counts what is taken already', () => {
    expect(sizes(100, { jobs: 20, servers: 20 })).toEqual([25, 25, 25, 25]);
    expect(sizes(100, { jobs: 5, servers: 450 })).toEqual([25, 25, 25, 25]);
    expect(sizes(50, { jobs: 5, servers: 450 })).toEqual([50]);
  });

  it('names every server once, in order, and keeps to every quota', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 600 }),
        fc.record({
          serversPerJob: fc.integer({ min: 1, max: 200 }),
          jobsAtOnce: fc.integer({ min: 1, max: 40 }),
          serversInAllJobs: fc.integer({ min: 1, max: 600 }),
        }),
        fc.record({ jobs: fc.nat(40), servers: fc.nat(600) }),
        (count, limits, usage) => {
          const plan = planBatches(ids(count), limits, usage);
          expect(plan.flatMap((batch) => batch.recoveryInstanceIDs)).toEqual(ids(count));
          expect(plan.map(({ number }) => number)).toEqual(plan.map((_, index) => index + 1));
          for (const { recoveryInstanceIDs } of plan) {
            expect(recoveryInstanceIDs.length).toBeGreaterThan(0);
            expect(obstacle(recoveryInstanceIDs.length, limits, { jobs: 0, servers: 0 })).toBe(
              undefined,
            );
            expect(recoveryInstanceIDs.length).toBeLessThanOrEqual(limits.serversPerJob);
          }
        },
      ),
    );
  });
});

describe('the queue', () => {
  const queue = [25, 25, 100, 25].map((servers, index) => ({ servers, index }));
  const admitted = (usage: { jobs: number; servers: number }) =>
    admissible(queue, quotas, usage).map(({ index }) => index);

  it('sends from its head whatever fits', () => {
    expect(admitted({ jobs: 0, servers: 0 })).toEqual([0, 1, 2, 3]);
    expect(admitted({ jobs: 18, servers: 0 })).toEqual([0, 1]);
    expect(admitted({ jobs: 20, servers: 100 })).toEqual([]);
  });

  it('lets no batch overtake a larger one before it', () => {
    expect(admitted({ jobs: 4, servers: 400 })).toEqual([0, 1]);
  });

  it('lets what was planned under larger quotas have its turn, to be divided then', () => {
    const lowered = { serversPerJob: 100, jobsAtOnce: 20, serversInAllJobs: 50 };
    expect(admissible(queue.slice(2), lowered, { jobs: 0, servers: 0 })).toHaveLength(1);
    const large = [{ servers: 100 }];
    const small = { ...quotas, serversPerJob: 10 };
    expect(admissible(large, small, { jobs: 4, servers: 450 })).toEqual(large);
    expect(admissible(large, small, { jobs: 4, servers: 495 })).toEqual([]);
  });
});
