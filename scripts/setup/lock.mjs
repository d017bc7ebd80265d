import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const POLL_MILLISECONDS = 250;

/**
 * Runs `work` while no other process on this checkout runs work under the same name.
 * A lock left behind by a process that no longer exists is taken over.
 */
export async function withLock(directory, say, work) {
  await mkdir(path.dirname(directory), { recursive: true });
  let told = false;
  while (!(await acquire(directory))) {
    if (!told) say('Another run is setting up this checkout; waiting for it.');
    told = true;
    await wait(POLL_MILLISECONDS);
  }
  try {
    return await work();
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

async function acquire(directory) {
  const owner = path.join(directory, 'pid');
  try {
    await mkdir(directory);
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    const pid = Number(await readFile(owner, 'utf8').catch(() => ''));
    if (pid > 0 && !isAlive(pid)) await rm(directory, { recursive: true, force: true });
    return false;
  }
  await writeFile(owner, String(process.pid));
  return true;
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: the process exists and belongs to somebody else.
    return error.code === 'EPERM';
  }
}
