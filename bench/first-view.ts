import { chromium } from '@playwright/test';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { findChromium } from '../scripts/setup/chromium.mjs';
import { run } from '../scripts/setup/run.mjs';
import { report } from './measure';
import { root, startConsoleProcess, startNextProcess, startSimulatorProcess } from './servers';

/** Weighs the JavaScript of the fleet's first view against an empty Next page of the same versions. */
export async function benchFirstView() {
  const empty = path.join('bench', 'empty-page');
  await run(process.execPath, ['node_modules/next/dist/bin/next', 'build', empty], {
    cwd: root,
    quiet: true,
  });
  const browser = await chromium.launch({ executablePath: await findChromium() });
  const simulator = await startSimulatorProcess(60);
  const console = await startConsoleProcess(simulator.url);
  const floor = await startNextProcess(empty);
  try {
    const view = async (url: string) => {
      const page = await browser.newPage();
      let requests = 0;
      const scripts: Promise<number>[] = [];
      page.on('response', (response) => {
        requests += 1;
        if (response.request().resourceType() === 'script') {
          scripts.push(response.body().then((body) => gzipSync(body).length));
        }
      });
      await page.goto(url);
      // The stream of events stays open, so the network is never idle; the page is done when it asks for no more.
      for (let before = -1; before !== requests; await page.waitForTimeout(1_000))
        before = requests;
      const bytes = (await Promise.all(scripts)).reduce((sum, size) => sum + size, 0);
      await page.close();
      return { bytes, requests };
    };
    const fleet = await view(console.url);
    const nothing = await view(floor.url);
    report(
      'first view of the fleet, JavaScript',
      fleet.bytes / 1000,
      nothing.bytes / 1000,
      'kB gzip',
    );
    report('first view of the fleet, requests', fleet.requests, nothing.requests, 'requests');
  } finally {
    await Promise.all([browser.close(), simulator.stop(), console.stop(), floor.stop()]);
  }
}
