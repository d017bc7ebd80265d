import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fingerprint } from './fingerprint.mjs';
import { root, say, stop, workFolder } from './checkout.mjs';
import { run } from './run.mjs';

const stamp = path.join(workFolder, 'dependencies');

/** Installs the locked dependencies, unless exactly these are installed already. */
export async function installDependencies() {
  const wanted = await fingerprint(root, ['package.json', 'package-lock.json']);
  if ((await readFile(stamp, 'utf8').catch(() => '')) === wanted) return;
  say('Installing dependencies (about 300 MB on disk, once).');
  const { code, output } = await run('npm', ['ci', '--no-audit', '--no-fund'], {
    cwd: root,
    quiet: true,
  });
  if (code !== 0) stop(`npm ci failed; its output was:\n${output}`);
  await mkdir(workFolder, { recursive: true });
  await writeFile(stamp, wanted);
}
