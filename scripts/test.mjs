// The whole of the checks, in the order in which a mistake is cheapest to find.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { root, say } from './setup/checkout.mjs';
import { findChromium } from './setup/chromium.mjs';
import { setUp } from './setup/index.mjs';
import { run } from './setup/run.mjs';

await setUp();
const chromium = await findChromium();
const reports = await mkdtemp(path.join(os.tmpdir(), 'homeward-test-'));
const tool = (file) => path.join(root, 'node_modules', file);

const single = (name, file, args) => async () => {
  say(`Checking ${name}.`);
  const { code } = await run(process.execPath, [tool(file), ...args], { cwd: root });
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
};

const suites = [
  single('types', 'typescript/bin/tsc', ['--noEmit', '-p', '.']),
  single('lint', 'oxlint/bin/oxlint', ['--deny-warnings']),
  single('format', 'prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '.']),
  single('unused code', 'knip/bin/knip.js', []),
  unit,
  endToEnd,
];

const total = { passed: 0, failed: 0, skipped: 0 };
for (const suite of suites) {
  const counts = await suite();
  for (const key of Object.keys(total)) total[key] += counts[key];
}
await rm(reports, { recursive: true, force: true });

const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
process.stdout.write(`${total.passed} passed, ${total.failed} failed${skipped}\n`);
process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1);

async function unit() {
  say('Running unit tests.');
  const report = path.join(reports, 'unit.json');
  const { code } = await run(
    process.execPath,
    [
      tool('vitest/vitest.mjs'),
      'run',
      '--reporter=dot',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    { cwd: root },
  );
  const result = await read(report);
  return counted(
    code,
    result && {
      passed: result.numPassedTests,
      failed: result.numFailedTests,
      skipped: result.numPendingTests + result.numTodoTests,
    },
  );
}

async function endToEnd() {
  say('Running end-to-end tests in Chromium.');
  const report = path.join(reports, 'e2e.json');
  const { code } = await run(
    process.execPath,
    [tool('@playwright/test/cli.js'), 'test', '--reporter=line,json'],
    {
      cwd: root,
      env: {
        ...process.env,
        HOMEWARD_CHROMIUM: chromium,
        HOMEWARD_TEST_OUTPUT: path.join(reports, 'e2e'),
        PLAYWRIGHT_JSON_OUTPUT_FILE: report,
      },
    },
  );
  const result = await read(report);
  return counted(
    code,
    result && {
      passed: result.stats.expected + result.stats.flaky,
      failed: result.stats.unexpected,
      skipped: result.stats.skipped,
    },
  );
}

/** A suite that failed without a failed test (it did not start, say) counts as one failure. */
function counted(code, counts) {
  if (!counts) return { passed: 0, failed: 1, skipped: 0 };
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

async function read(file) {
  return readFile(file, 'utf8').then(JSON.parse, () => undefined);
}
