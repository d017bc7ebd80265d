import { access, readFile, readdir } from 'node:fs/promises';
import { parseScenario } from './parse';
import type { Scenario } from './schema';

const SHIPPED = new URL('./examples/', import.meta.url);

/** Reads a scenario from a file, or one that ships with the simulator by its name. Throws when it is none. */
export async function readScenario(fileOrName: string): Promise<Scenario> {
  const shipped = new URL(`${fileOrName}.yaml`, SHIPPED);
  const isName = /^[a-z-]+$/.test(fileOrName) && (await exists(shipped));
  const text = await readFile(isName ? shipped : fileOrName, 'utf8').catch(
    async (error: NodeJS.ErrnoException) => {
      const names = (await readdir(SHIPPED)).map((name) => name.replace('.yaml', ''));
      throw new Error(
        `--scenario is "${fileOrName}", which cannot be read (${error.code}). Give a file, or one of ${names.join(', ')}.`,
      );
    },
  );
  return parseScenario(text, isName ? `${fileOrName}.yaml` : fileOrName);
}

const exists = (file: URL) =>
  access(file).then(
    () => true,
    () => false,
  );
