import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyPatch } from './apply';
import { diff } from './diff';

const overTheWire = (value: unknown) => JSON.parse(JSON.stringify(value));
const through = (before: unknown, after: unknown) =>
  applyPatch(before, overTheWire(diff(before, after)));

describe('a patch', () => {
  it('turns any JSON value into any other, and leaves the first as it was', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (before, after) => {
        const kept = structuredClone(before);
        expect(through(before, after)).toEqual(overTheWire(after));
        expect(before).toEqual(kept);
      }),
    );
  });

  it('follows lists whose members come, go, move and change', () => {
    const rows = fc.uniqueArray(
      fc.record({ jobID: fc.constantFrom(...'abcdefgh'), status: fc.constantFrom(1, 2) }),
      { selector: ({ jobID }) => jobID },
    );
    fc.assert(
      fc.property(rows, rows, (before, after) => {
        expect(through({ jobs: before }, { jobs: after })).toEqual({ jobs: after });
      }),
    );
  });

  it('says of a row that came, one that went and one that changed just that', () => {
    const before = { jobs: [{ jobID: 'b', status: 'STARTED' }, { jobID: 'a' }] };
    const after = { jobs: [{ jobID: 'c' }, { jobID: 'b', status: 'COMPLETED' }] };
    expect(diff(before, after)).toEqual([
      { op: 'remove', path: '/jobs/1' },
      { op: 'add', path: '/jobs/0', value: { jobID: 'c' } },
      { op: 'replace', path: '/jobs/1/status', value: 'COMPLETED' },
    ]);
  });

  it('adds the new lines of a log at its end', () => {
    const line = (event: string) => ({ event });
    expect(diff([line('JOB_START')], [line('JOB_START'), line('JOB_END')])).toEqual([
      { op: 'add', path: '/1', value: { event: 'JOB_END' } },
    ]);
  });

  it('keeps the very objects that did not change', () => {
    const before = { jobs: [{ jobID: 'a' }, { jobID: 'b', status: 'STARTED' }], asOf: '1' };
    const after = structuredClone(before);
    after.asOf = '2';
    const changed = through(before, after) as typeof before;
    expect(changed.jobs).toBe(before.jobs);
  });

  it('is refused by a value that it was not made for', () => {
    expect(() => applyPatch({}, [{ op: 'replace', path: '/jobs/0/status', value: 1 }])).toThrow(
      'does not fit',
    );
    expect(() => applyPatch([], [{ op: 'remove', path: '/3' }])).toThrow('does not fit');
  });
});
