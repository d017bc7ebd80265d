import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/** A hash of the contents of the given files and folders, as hexadecimal. */
export async function fingerprint(root, entries) {
  const hash = createHash('sha256');
  for (const file of (await Promise.all(entries.map((entry) => filesUnder(root, entry)))).flat()) {
    hash.update(`${file}\0`).update(await readFile(path.join(root, file)));
  }
  return hash.digest('hex');
}

async function filesUnder(root, entry) {
  try {
    const inside = await readdir(path.join(root, entry), { recursive: true, withFileTypes: true });
    return inside
      .filter((item) => item.isFile())
      .map((item) => path.relative(root, path.join(item.parentPath ?? item.path, item.name)))
      .toSorted();
  } catch (error) {
    if (error.code === 'ENOTDIR') return [entry];
    if (error.code === 'ENOENT') return [];
    throw error;
  }
}
