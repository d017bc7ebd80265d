import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ServerOutcome } from '@/lib/contract/job';
import {
  edgeAt,
  isInView,
  layAxis,
  layPart,
  place,
  stretchesOf,
  ticksOf,
  type JobSpan,
} from './geometry';

const at = (time: string) => `2026-11-24T${time}.000000+00:00`;
const WIDTH = 500;
const instant = (time: string) => Date.parse(at(time));

function server(
  outcome: ServerOutcome['outcome'],
  ...phases: [ServerOutcome['phases'][number]['phase'], string, string?][]
): ServerOutcome {
  return {
    outcome,
    sentence: outcome,
    phases: phases.map(([phase, from, to]) => ({
      phase,
      from: at(from),
      ...(to === undefined ? {} : { to: at(to) }),
    })),
  };
}

/** The lane of one server as left and right ends in percent; the right of a growing stretch is missing. */
function lane(one: ServerOutcome, span: JobSpan) {
  const axis = layAxis([one], span, WIDTH);
  return stretchesOf(one, axis).map(({ phase, from, to }) => [
    phase,
    place(axis, from),
    to === undefined ? undefined : place(axis, to),
  ]);
}

const finished: JobSpan = {
  began: at('14:00:00'),
  ended: at('14:10:00'),
  now: instant('18:00:00'),
};
const running: JobSpan = { began: at('14:00:00'), ended: undefined, now: instant('14:04:30') };

describe('the crossing of a finished job', () => {
  const home = server(
    'launched',
    ['requested', '14:00:00', '14:01:00'],
    ['converting', '14:01:00', '14:05:00'],
    ['home', '14:05:00'],
  );

  it('places phases in percent of the time from its beginning to its end', () => {
    expect(lane(home, finished)).toEqual([
      ['requested', 0, 10],
      ['converting', 10, 50],
      ['home', 50, 100],
    ]);
  });

  it('stays the same, however much later it is looked at', () => {
    const axis = layAxis([home], finished, WIDTH);
    expect(layAxis([home], { ...finished, now: finished.now + 60_000 }, WIDTH)).toEqual(axis);
    expect(edgeAt(axis, finished.now)).toBe(instant('14:10:00'));
  });

  it('has readable ticks', () => {
    expect(ticksOf(layAxis([home], finished, WIDTH), WIDTH)).toEqual([
      { left: 0, label: '14:00', align: 'start' },
      { left: 20, label: '14:02', align: 'middle' },
      { left: 40, label: '14:04', align: 'middle' },
      { left: 60, label: '14:06', align: 'middle' },
      { left: 80, label: '14:08', align: 'middle' },
      { left: 100, label: '14:10', align: 'end' },
    ]);
  });
});

describe('the crossing of a running job', () => {
  const converting = server('running', ['converting', '14:01:00']);

  it('leaves an open phase to grow with the edge, which is now', () => {
    expect(lane(converting, running)).toMatchObject([['converting', 20, undefined]]);
    expect(edgeAt(layAxis([converting], running, WIDTH), running.now)).toBe(running.now);
  });

  it('lets everything else stand still while the edge moves', () => {
    const later = { ...running, now: running.now + 20_000 };
    expect(layAxis([converting], later, WIDTH)).toEqual(layAxis([converting], running, WIDTH));
  });

  it('keeps the edge ahead of what happened when the clock of DRS is ahead of ours', () => {
    const ahead = server(
      'running',
      ['requested', '14:00:00', '14:20:00'],
      ['converting', '14:20:00'],
    );
    expect(edgeAt(layAxis([ahead], running, WIDTH), running.now)).toBe(instant('14:20:00'));
  });

  it('stops the edge where DRS was last read', () => {
    const blind = { ...running, knownUntil: instant('14:03:00') };
    const axis = layAxis([converting], blind, WIDTH);
    expect(edgeAt(axis, running.now)).toBe(instant('14:03:00'));
    expect(axis.to).toBeLessThan(running.now);
  });
});

describe('odd data', () => {
  it('draws a failure as a mark where it happened', () => {
    const failed = server(
      'failed',
      ['converting', '14:00:00', '14:05:00'],
      ['failed', '14:05:00', '14:05:00'],
    );
    expect(lane(failed, finished)[1]).toEqual(['failed', 50, 50]);
  });

  it('closes an open phase where the next one begins', () => {
    const gap = server('running', ['requested', '14:00:00'], ['converting', '14:02:00']);
    expect(lane(gap, finished)[0]).toEqual(['requested', 0, 20]);
  });

  it('leaves out a phase whose time cannot be read', () => {
    const unreadable: ServerOutcome = {
      outcome: 'unknown',
      sentence: 'Launch status NEW_VALUE is not known to Homeward',
      phases: [{ phase: 'unknown', from: 'soon' }],
    };
    expect(lane(unreadable, finished)).toEqual([]);
  });

  it('draws an axis for a job that has just been asked for', () => {
    const asked = { began: undefined, ended: undefined, now: instant('14:00:03') };
    const axis = layAxis([server('running')], asked, WIDTH);
    expect(ticksOf(axis, WIDTH).length).toBeGreaterThan(0);
    expect(place(axis, edgeAt(axis, instant('14:00:03')))).toBe(0);
  });
});

describe('a part of the axis', () => {
  const whole = layAxis([], finished, WIDTH);
  const part = layPart(whole, { from: instant('14:04:00'), to: instant('14:05:00') }, WIDTH);

  it('has finer ticks', () => {
    expect(ticksOf(part, WIDTH).map(({ label }) => label)).toEqual([
      '14:04:00',
      '14:04:15',
      '14:04:30',
      '14:04:45',
      '14:05:00',
    ]);
  });

  it('shows what goes on in it and nothing else', () => {
    const lanes = server(
      'failed',
      ['requested', '14:00:00', '14:01:00'],
      ['converting', '14:01:00', '14:04:30'],
      ['failed', '14:04:30', '14:04:30'],
      ['rebooting', '14:06:00'],
    );
    const seen = stretchesOf(lanes, part).filter((stretch) => isInView(stretch, part));
    expect(seen.map(({ phase }) => phase)).toEqual(['converting', 'failed']);
    expect(place(part, instant('14:04:30'))).toBe(50);
  });
});

describe('the labels of the ticks', () => {
  it('never touch each other and never leave the axis, at any width and any time shown', () => {
    const spans = fc.oneof(
      fc.integer({ min: 1_000, max: 3_600_000 }),
      fc.integer({ min: 1_000, max: 40 * 86_400_000 }),
    );
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 100_000_000 }),
        spans,
        fc.integer({ min: 60, max: 2_400 }),
        fc.boolean(),
        (offset, span, width, isRunning) => {
          const began = instant('14:00:00') + offset;
          const ended = isRunning ? undefined : new Date(began + span).toISOString();
          const axis = layAxis(
            [],
            { began: new Date(began).toISOString(), ended, now: began + span },
            width,
          );
          const boxes = ticksOf(axis, width).map(({ left, label, align }) => {
            const size = label.length * 6.6;
            const x = (left / 100) * width;
            const start = align === 'start' ? x : align === 'end' ? x - size : x - size / 2;
            return { start, end: start + size };
          });
          for (const [index, { start, end }] of boxes.entries()) {
            expect(start).toBeGreaterThanOrEqual(-0.5);
            expect(end).toBeLessThanOrEqual(width + 0.5);
            expect(start - (boxes[index - 1]?.end ?? -10)).toBeGreaterThanOrEqual(4);
          }
        },
      ),
      { numRuns: 400 },
    );
  });
});
