// Every check there is. What needs no console is checked while the console is built; end to end comes last,
// because it wants the machine for itself.
import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { say } from './setup/checkout.mjs';
import { findChromium } from './setup/chromium.mjs';
import { build, install } from './setup/index.mjs';
import { sum } from './test/counts.mjs';
import { endToEnd } from './test/end-to-end.mjs';
import { tool } from './test/tool.mjs';
import { unit } from './test/unit.mjs';

await install();
const chromium = await findChromium();
const reports = await mkdtemp(path.join(os.tmpdir(), 'homeward-test-'));
const temporary = await temporaryFolder();

let isBuilt = false;
const counts = [
  ...(await Promise.all([buildAndTypes(), texts(), unit(path.join(reports, 'unit.json'))])),
  ...(isBuilt ? [await endToEnd(reports, chromium)] : []),
];
const { passed, failed, skipped } = sum(counts);
await takeAway(temporary);
if (failed === 0) await takeAway(reports);
else say(`The reports are in ${reports}.`);

process.stdout.write(
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`,
);
process.exit(failed === 0 && passed > 0 ? 0 : 1);

/** Everything that the checks leave behind is in this folder, which is deleted; the processes they start inherit it. */
async function temporaryFolder() {
  const folder = path.join(reports, 'temporary');
  await mkdir(folder);
  // For root, PostgreSQL runs as another user, who needs to pass through this folder.
  for (const passage of [reports, folder]) await chmod(passage, 0o711);
  process.env.TMPDIR = folder;
  return folder;
}

/** A process that is just ending may still write. */
async function takeAway(folder) {
  await rm(folder, { recursive: true, force: true, maxRetries: 10 });
}

/** The types of the routes are written by the build. */
async function buildAndTypes() {
  const complaint = await build();
  if (complaint) say(complaint);
  isBuilt = !complaint;
  const types = await tool('types', 'typescript/bin/tsc', ['--noEmit', '-p', '.']);
  return sum([types, ...(complaint ? [{ passed: 0, failed: 1, skipped: 0 }] : [])]);
}

async function texts() {
  return sum([
    await tool('lint', 'oxlint/bin/oxlint', ['--deny-warnings']),
    await tool('unused code', 'knip/bin/knip.js', []),
    await tool('format', 'prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '.']),
  ]);
}
