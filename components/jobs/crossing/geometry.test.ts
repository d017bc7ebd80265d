import { describe, expect, it } from 'vitest';
import type { ServerOutcome } from '@/lib/contract/job';
import { drawCrossing, type JobSpan } from './geometry';

const at = (time: string) => `2026-11-24T${time}.000000+00:00`;
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

const finished: JobSpan = {
  began: at('14:00:00'),
  ended: at('14:10:00'),
  now: instant('18:00:00'),
};
const running: JobSpan = { began: at('14:00:00'), ended: undefined, now: instant('14:05:00') };

describe('the crossing of a finished job', () => {
  const home = server(
    'launched',
    ['requested', '14:00:00', '14:01:00'],
    ['converting', '14:01:00', '14:05:00'],
    ['home', '14:05:00'],
  );
  const drawn = drawCrossing([home], finished);

  it('places phases in percent of the time from its beginning to its end', () => {
    expect(drawn.lanes[0]?.stretches).toMatchObject([
      { phase: 'requested', left: 0, width: 10 },
      { phase: 'converting', left: 10, width: 40 },
      { phase: 'home', left: 50, width: 50, goesOn: false },
    ]);
  });

  it('has no running edge, however much later it is looked at', () => {
    expect(drawn.edge).toBeNull();
  });

  it('has readable ticks', () => {
    expect(drawn.ticks).toEqual([
      { left: 0, label: '14:00' },
      { left: 20, label: '14:02' },
      { left: 40, label: '14:04' },
      { left: 60, label: '14:06' },
      { left: 80, label: '14:08' },
      { left: 100, label: '14:10' },
    ]);
  });
});

describe('the crossing of a running job', () => {
  const converting = server('running', ['converting', '14:01:00']);

  it('draws an open phase up to now', () => {
    const { lanes, edge } = drawCrossing([converting], running);
    const stretch = lanes[0]?.stretches[0];
    expect(stretch?.goesOn).toBe(true);
    expect((stretch?.left ?? 0) + (stretch?.width ?? 0)).toBeCloseTo(edge ?? -1, 2);
  });

  it('lets what is over stand still while the edge moves', () => {
    const later = { ...running, now: running.now + 20_000 };
    const before = drawCrossing([converting], running);
    const after = drawCrossing([converting], later);
    expect(after.ticks).toEqual(before.ticks);
    expect(after.lanes[0]?.stretches[0]?.left).toBe(before.lanes[0]?.stretches[0]?.left);
    expect(after.edge).toBeGreaterThan(before.edge ?? 100);
  });

  it('keeps the edge ahead of what happened when the clock of DRS is ahead of ours', () => {
    const ahead = server(
      'running',
      ['requested', '14:00:00', '14:20:00'],
      ['converting', '14:20:00'],
    );
    const { lanes, edge } = drawCrossing([ahead], running);
    expect(edge).toBeGreaterThanOrEqual(lanes[0]?.stretches[1]?.left ?? 100);
  });
});

describe('odd data', () => {
  it('draws a failure as a mark where it happened', () => {
    const failed = server('failed', ['converting', '14:00:00', '14:05:00'], ['failed', '14:05:00']);
    expect(drawCrossing([failed], finished).lanes[0]?.stretches[1]).toMatchObject({
      phase: 'failed',
      left: 50,
      width: 0,
      goesOn: false,
    });
  });

  it('closes an open phase where the next one begins', () => {
    const gap = server('running', ['requested', '14:00:00'], ['converting', '14:02:00']);
    expect(drawCrossing([gap], finished).lanes[0]?.stretches[0]).toMatchObject({ width: 20 });
  });

  it('leaves out a phase whose time cannot be read and keeps its lane', () => {
    const unreadable: ServerOutcome = {
      outcome: 'unknown',
      sentence: 'Launch status NEW_VALUE is not known to Homeward',
      phases: [{ phase: 'unknown', from: 'soon' }],
    };
    const { lanes } = drawCrossing([unreadable], finished);
    expect(lanes).toHaveLength(1);
    expect(lanes[0]?.stretches).toEqual([]);
  });

  it('draws an axis for a job that has just been asked for', () => {
    const { ticks, edge } = drawCrossing([server('running')], {
      began: undefined,
      ended: undefined,
      now: instant('14:00:03'),
    });
    expect(ticks.length).toBeGreaterThan(0);
    expect(edge).toBe(0);
  });
});
