import { readFile } from 'node:fs/promises';

/**
 * @typedef {{ passed: number, failed: number, skipped: number }} Counts
 */

/** @param {Counts[]} counts */
export function sum(counts) {
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const one of counts) for (const key of Object.keys(total)) total[key] += one[key];
  return total;
}

/**
 * What a suite counted, by its report. One that failed without a failed test (it did not start, say) counts as
 * one failure.
 * @param {number} code with which the suite ended
 * @param {string} file of its report, as JSON
 * @param {(report: any) => Counts} countsOf
 * @returns {Promise<Counts>}
 */
export async function countsIn(code, file, countsOf) {
  const report = await readFile(file, 'utf8').then(JSON.parse, () => undefined);
  if (!report) return { passed: 0, failed: 1, skipped: 0 };
  const counts = countsOf(report);
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}
