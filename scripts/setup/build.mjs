import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { root, say } from './checkout.mjs';
import { fingerprint } from './fingerprint.mjs';
import { run } from './run.mjs';

const sources = [
  'app',
  'components',
  'lib',
  'public',
  'instrumentation.ts',
  'proxy.ts',
  'next.config.mjs',
  'postcss.config.mjs',
  'tsconfig.json',
  'package-lock.json',
];
const stamp = path.join(root, '.next', 'homeward-build');

/**
 * Builds the console for production, unless exactly these sources are built already.
 * @returns {Promise<string | undefined>} what is wrong, when it cannot be built
 */
export async function buildConsole() {
  const wanted = await fingerprint(root, sources);
  if ((await readFile(stamp, 'utf8').catch(() => '')) === wanted) return;
  say('Building the console (about a minute).');
  const { code, output } = await run(
    process.execPath,
    [path.join(root, 'node_modules/next/dist/bin/next'), 'build'],
    { cwd: root, env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1' }, quiet: true },
  );
  if (code !== 0) return `The build failed; its output was:\n${output}`;
  await writeFile(stamp, wanted);
}
