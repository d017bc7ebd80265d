import { access, constants } from 'node:fs/promises';
import path from 'node:path';
import { root, say, stop } from './checkout.mjs';
import { run } from './run.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
const bundles = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/**
 * The path of a Chromium to test with: the one HOMEWARD_CHROMIUM names, the system's,
 * Playwright's own, or Debian's package when this process may install it.
 * @returns {Promise<string>}
 */
export async function findChromium() {
  const named = process.env.HOMEWARD_CHROMIUM;
  if (named) {
    if (await isExecutable(named)) return named;
    stop(`HOMEWARD_CHROMIUM is ${named}, which is not an executable file. Correct it or unset it.`);
  }
  return (
    (await onSystem()) ??
    (await downloadedByPlaywright()) ??
    (await installedByApt()) ??
    stop(
      'No Chromium could be had: none on the PATH, Playwright could not download one, and apt could not ' +
        'install one. Install Chromium or Chrome, or set HOMEWARD_CHROMIUM to the path of its executable.',
    )
  );
}

async function onSystem() {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean);
  const candidates = names.flatMap((name) => folders.map((folder) => path.join(folder, name)));
  for (const candidate of [...candidates, ...bundles]) {
    if (await isExecutable(candidate)) return candidate;
  }
}

async function downloadedByPlaywright() {
  const { chromium } = await import('@playwright/test');
  if (await isExecutable(chromium.executablePath())) return chromium.executablePath();
  say("No Chromium on this machine; trying Playwright's download.");
  await run(
    process.execPath,
    [path.join(root, 'node_modules/@playwright/test/cli.js'), 'install', 'chromium'],
    { cwd: root, quiet: true },
  );
  if (await isExecutable(chromium.executablePath())) return chromium.executablePath();
}

async function installedByApt() {
  if (process.getuid?.() !== 0 || !(await isExecutable('/usr/bin/apt-get'))) return;
  say('Installing Chromium with apt.');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update'], { env, quiet: true });
  await run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], {
    env,
    quiet: true,
  });
  return onSystem();
}

async function isExecutable(file) {
  return access(file, constants.X_OK).then(
    () => true,
    () => false,
  );
}
