import path from 'node:path';
import { root, say } from '../setup/checkout.mjs';
import { run } from '../setup/run.mjs';

/** The path of a program of one of the dependencies. */
export const program = (file) => path.join(root, 'node_modules', file);

/** Runs one tool quietly; what it says is shown when it finds something. It counts as one check. */
export async function tool(name, file, args) {
  const { code, output } = await timed(name, [program(file), ...args]);
  if (code !== 0) process.stdout.write(output);
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
}

/** Runs a program of Node quietly, and tells how it ended and how long it took. */
export async function timed(name, args) {
  const started = performance.now();
  const ended = await run(process.execPath, args, { cwd: root, quiet: true });
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  say(
    `Checked ${name} in ${seconds} s: ${ended.code === 0 ? 'all is well' : 'something is wrong'}.`,
  );
  return ended;
}
