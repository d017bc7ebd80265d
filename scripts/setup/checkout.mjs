import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of this checkout. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** Prints one line of progress. */
export const say = (sentence) => process.stdout.write(`homeward: ${sentence}\n`);

/**
 * Ends the process with a sentence that says what to do.
 * @param {string} sentence
 * @returns {never}
 */
export function stop(sentence) {
  process.stderr.write(`homeward: ${sentence}\n`);
  process.exit(1);
}

/** Set-up keeps files here that belong to one checkout and need not survive it. */
export const workFolder = path.join(root, 'node_modules', '.homeward');

/** It lies beside the folders that npm ci and the build empty, so that neither deletes it. */
export const lockFile = path.join(root, '.set-up.lock');
