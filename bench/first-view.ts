import { type Browser, chromium } from '@playwright/test';
import path from 'node:path';
import { weighFirstView } from '../e2e/first-view';
import { root } from '../scripts/setup/checkout.mjs';
import { findChromium } from '../scripts/setup/chromium.mjs';
import { run } from '../scripts/setup/run.mjs';
import { LIMITS } from './limits';
import { report } from './measure';
import { startConsoleProcess, startNextProcess, startSimulatorProcess } from './servers';

/** Weighs the first view of a fleet against an empty Next page of the same versions. */
export async function benchFirstView(servers: number) {
  const empty = path.join('bench', 'empty-page');
  await run(process.execPath, ['node_modules/next/dist/bin/next', 'build', empty], {
    cwd: root,
    quiet: true,
  });
  const browser = await chromium.launch({ executablePath: await findChromium() });
  const simulator = await startSimulatorProcess(servers);
  const console = await startConsoleProcess(simulator.url);
  const floor = await startNextProcess(empty);
  try {
    const fleet = await view(browser, console.url, { hasStream: true });
    const nothing = await view(browser, floor.url, { hasStream: false });
    const what = `first view of ${servers} servers`;
    const limit = LIMITS.firstViewScript;
    report(`${what}, JavaScript`, fleet.script, nothing.script, 'kB gzip', { limit });
    report(`${what}, everything`, fleet.total, nothing.total, 'kB gzip');
    process.stdout.write(`${what}, by kind: ${describe(fleet.kilobytes)}\n`);
    report(`${what}, requests`, fleet.requests, nothing.requests, 'requests');
  } finally {
    await Promise.all([browser.close(), simulator.stop(), console.stop(), floor.stop()]);
  }
}

async function view(browser: Browser, url: string, options: { hasStream: boolean }) {
  const page = await browser.newPage();
  const { requests, kilobytes } = await weighFirstView(page, url, options);
  await page.close();
  const total = Object.values(kilobytes).reduce((sum, weight) => sum + weight, 0);
  return { requests, kilobytes, script: kilobytes.script ?? 0, total };
}

/** "script 173.7 kB, font 140.7 kB", the heaviest first. */
const describe = (kilobytes: Record<string, number>) =>
  Object.entries(kilobytes)
    .toSorted(([, one], [, other]) => other - one)
    .map(([kind, weight]) => `${kind} ${weight.toFixed(1)} kB`)
    .join(', ');
