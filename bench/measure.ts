import { execFileSync } from 'node:child_process';
import { type Limit, verdictOn } from './limits';

/** The milliseconds that each of `times` runs took, one after the other. */
export async function timesOf(times: number, work: () => Promise<unknown>) {
  const milliseconds: number[] = [];
  for (let run = 0; run < times; run += 1) {
    const from = performance.now();
    await work();
    milliseconds.push(performance.now() - from);
  }
  return milliseconds;
}

/** The middle value; of an even count, the upper of the two in the middle. */
export function median(values: readonly number[]) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (middle === undefined) throw new Error('No values to take a median of.');
  return middle;
}

/** The value below which this share of the values lies. */
export function quantile(values: readonly number[], share: number) {
  const sorted = values.toSorted((a, b) => a - b);
  const value = sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
  if (value === undefined) throw new Error('No values to take a quantile of.');
  return value;
}

/** The memory of a process that is in use, as the operating system counts it. */
export function residentMegabytes(pid: number): number {
  const kibibytes = execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' });
  return (Number(kibibytes) * 1024) / 1e6;
}

/**
 * Prints one line of a bench: what was measured, the floor of the same run, their ratio, what another does, and whether
 * the figure is within its limit, where it has one.
 */
export function report(
  what: string,
  figure: number,
  floor: number,
  unit: string,
  { other, limit }: { other?: { contender: string; figure: number }; limit?: Limit } = {},
) {
  const ratio = (figure / floor).toFixed(2);
  const beside = other ? `, ${other.contender} ${round(other.figure)} ${unit}` : '';
  const verdict = limit ? `; ${verdictOn(limit, figure, floor)}` : '';
  // A figure beside its limit is not rounded to the limit.
  const shown = limit ? figure.toFixed(1) : round(figure);
  process.stdout.write(
    `${what}: ${shown} ${unit}, floor ${round(floor)} ${unit}, ratio ${ratio}${beside}${verdict}\n`,
  );
}

const round = (value: number) => (value < 10 ? value.toFixed(2) : Math.round(value).toString());
