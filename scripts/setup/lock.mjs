import { rmSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';

const POLL_MILLISECONDS = 250;

/**
 * Runs `work` while no other process holds the same file, which says who holds it.
 * A file left behind by a process that no longer exists is taken over.
 */
export async function withLock(file, say, work) {
  let told = false;
  while (!(await acquire(file))) {
    if (!told) say('Another run is setting up this checkout; waiting for it.');
    told = true;
    await wait(POLL_MILLISECONDS);
  }
  // Set-up ends the process where it fails; the lock must not outlive it then either.
  const release = () => rmSync(file, { force: true });
  process.once('exit', release);
  try {
    return await work();
  } finally {
    process.off('exit', release);
    release();
  }
}

async function acquire(file) {
  try {
    await writeFile(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    const pid = Number(await readFile(file, 'utf8').catch(() => ''));
    if (pid > 0 && !isAlive(pid)) await rm(file, { force: true });
    return false;
  }
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
