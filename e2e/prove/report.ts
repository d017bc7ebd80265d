import type { Trial } from './trial';

/** Several trials as one. */
export function sum(trials: readonly Trial[]): Trial {
  return trials.reduce((total, trial) => ({
    doubles: [...total.doubles, ...trial.doubles],
    lost: [...total.lost, ...trial.lost],
    wrong: [...total.wrong, ...trial.wrong],
    launches: total.launches + trial.launches,
    kills: total.kills + trial.kills,
    killsAtWork: total.killsAtWork + trial.killsAtWork,
    calls: total.calls + trial.calls,
    struck: add(total.struck, trial.struck),
    ends: add(total.ends, trial.ends),
  }));
}

/** What came of a trial, in a few lines. */
export function describeTrial(name: string, trial: Trial): string {
  const { launches, kills, killsAtWork, calls, doubles, lost, wrong, struck, ends } = trial;
  const points = Object.entries(struck);
  return [
    `${name}: ${launches} launches, ${kills} kills (${killsAtWork} with launches under way), ${calls} calls reached DRS.`,
    `  ${doubles.length} servers launched twice, ${lost.length} launches lost, ${wrong.length} wrong states.`,
    `  How the batches ended: ${counts(Object.entries(ends))}.`,
    ...(points.length > 0 ? [`  Kills at named points: ${counts(points)}.`] : []),
    ...[...lost, ...wrong].slice(0, 20).map((finding) => `  ${finding}`),
    '',
  ].join('\n');
}

const counts = (entries: [string, number][]) =>
  entries.map(([name, count]) => `${count} ${name}`).join(', ') || 'none on record';

function add(one: Record<string, number>, other: Record<string, number>) {
  const total = { ...one };
  for (const [name, count] of Object.entries(other)) total[name] = (total[name] ?? 0) + count;
  return total;
}
