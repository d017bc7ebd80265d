import path from 'node:path';
import { root, say } from '../setup/checkout.mjs';
import { run } from '../setup/run.mjs';
import { countsIn } from './counts.mjs';
import { program } from './tool.mjs';

/** Runs the journeys in a browser; what failed ones leave is kept in the folder of the reports. */
export async function endToEnd(reports, chromium) {
  say('Running end-to-end tests in Chromium.');
  const file = path.join(reports, 'e2e.json');
  const args = [program('@playwright/test/cli.js'), 'test', '--reporter=line,json'];
  const { code } = await run(process.execPath, args, {
    cwd: root,
    env: {
      ...process.env,
      HOMEWARD_CHROMIUM: chromium,
      HOMEWARD_TEST_OUTPUT: path.join(reports, 'e2e'),
      PLAYWRIGHT_JSON_OUTPUT_FILE: file,
    },
  });
  return countsIn(code, file, ({ stats }) => ({
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected,
    skipped: stats.skipped,
  }));
}
