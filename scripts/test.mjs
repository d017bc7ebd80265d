// The whole of the checks, in the order in which a mistake is cheapest to find.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { root, say } from './setup/checkout.mjs';
import { installDependencies } from './setup/dependencies.mjs';
import { run } from './setup/run.mjs';

await installDependencies();
const reports = await mkdtemp(path.join(os.tmpdir(), 'homeward-test-'));
const tool = (file) => path.join(root, 'node_modules', file);

// The console, the simulator and the journeys are not here yet; their checks return with them.
const suites = [unit];

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

/** A suite that failed without a failed test (it did not start, say) counts as one failure. */
function counted(code, counts) {
  if (!counts) return { passed: 0, failed: 1, skipped: 0 };
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

async function read(file) {
  return readFile(file, 'utf8').then(JSON.parse, () => undefined);
}
