import { expect, it } from 'vitest';
import { serverClock } from './server-clock';

const MINUTE = 60_000;
const rendered = Date.parse('2026-11-24T04:00:00Z');

/** What a clock tells after each of the readings, in milliseconds since the page was rendered. */
function told(...readings: [wall: number, steady: number][]) {
  const [[wall, steady] = [0, 0], ...others] = readings;
  const clock = serverClock(rendered, { wall, steady });
  return others.map(([nextWall, nextSteady]) => {
    return clock({ wall: nextWall, steady: nextSteady }) - rendered;
  });
}

it.each([
  ['slow', rendered - 10 * MINUTE],
  ['fast', rendered + 10 * MINUTE],
])('goes on from the time of the server where the clock of the browser is %s', (_, wall) => {
  expect(told([wall, 200], [wall + 1_000, 1_200], [wall + 9 * MINUTE, 9 * MINUTE + 200])).toEqual([
    1_000,
    9 * MINUTE,
  ]);
});

it('goes on while the clock of the browser is set back', () => {
  expect(
    told([rendered, 0], [rendered - 5 * MINUTE, 2_000], [rendered - 4 * MINUTE, 62_000]),
  ).toEqual([2_000, 62_000]);
});

it('counts the time that a laptop slept', () => {
  expect(told([rendered, 0], [rendered + 60 * MINUTE, 1_000])).toEqual([60 * MINUTE]);
});

it('follows a clock that is corrected by a little all the time', () => {
  expect(told([rendered, 0], [rendered + 900, 1_000], [rendered + 1_800, 2_000])).toEqual([
    900, 1_800,
  ]);
});
