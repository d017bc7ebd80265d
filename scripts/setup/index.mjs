import { buildConsole } from './build.mjs';
import { lockFile, say, stop } from './checkout.mjs';
import { installDependencies } from './dependencies.mjs';
import { withLock } from './lock.mjs';

/** Brings the checkout to where it can run: dependencies installed, console built. */
export async function setUp() {
  await install();
  const complaint = await build();
  if (complaint) stop(complaint);
}

/** Brings the dependencies to what is locked; one process at a time. */
export async function install() {
  const [major] = process.versions.node.split('.').map(Number);
  if (major < 20) stop(`Node 20 or newer is needed; this is ${process.version}.`);
  await withLock(lockFile, say, installDependencies);
}

/** Brings the console to what the sources say, one process at a time. Gives what is wrong when it cannot. */
export function build() {
  return withLock(lockFile, say, buildConsole);
}
