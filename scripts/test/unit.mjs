import { countsIn } from './counts.mjs';
import { program, timed } from './tool.mjs';

/** Runs the unit tests; what they say is shown when one fails. The report is written to `file`. */
export async function unit(file) {
  const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${file}`];
  const args = [program('vitest/vitest.mjs'), 'run', ...reporters];
  const { code, output } = await timed('units', args);
  if (code !== 0) process.stdout.write(output);
  return countsIn(code, file, (report) => ({
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
  }));
}
