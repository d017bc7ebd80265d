import { buildConsole } from './build.mjs';
import { lockFile, say, stop } from './checkout.mjs';
import { installDependencies } from './dependencies.mjs';
import { withLock } from './lock.mjs';

/** Brings the checkout to where it can run: dependencies installed, console built. */
export async function setUp() {
  const [major] = process.versions.node.split('.').map(Number);
  if (major < 20) stop(`Node 20 or newer is needed; this is ${process.version}.`);
  await withLock(lockFile, say, async () => {
    await installDependencies();
    await buildConsole();
  });
}
