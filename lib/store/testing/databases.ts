import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe } from 'vitest';
import type { StoreLocation } from '../open';
import { type TestPostgres, postgresFolder, startPostgres } from './postgres';

/** Runs the same tests on SQLite and on PostgreSQL, each test with an empty store whose location `location` gives. */
export function onEveryDatabase(tests: (location: () => StoreLocation) => void) {
  describe('on SQLite', () => {
    const location = useFolder();
    tests(location);
  });
  onPostgres('on PostgreSQL', (postgres) => {
    const folder = useFolder();
    let databaseURL: string;
    beforeEach(async () => {
      databaseURL = await postgres().createDatabase();
    });
    tests(() => ({ ...folder(), databaseURL }));
  });
}

/** Runs tests on a PostgreSQL of their own. Without one on the machine they are skipped, and their name says so. */
export function onPostgres(name: string, tests: (postgres: () => TestPostgres) => void) {
  const why = postgresFolder === undefined ? ' (skipped: no initdb and postgres found)' : '';
  describe.skipIf(postgresFolder === undefined)(`${name}${why}`, () => {
    let postgres: TestPostgres;
    beforeAll(async () => {
      postgres = await startPostgres(postgresFolder ?? '');
    }, 60_000);
    afterAll(() => postgres.remove());
    tests(() => postgres);
  });
}

function useFolder(): () => StoreLocation {
  let root: string;
  beforeEach(async () => {
    root = await mkdtemp(path.join(os.tmpdir(), 'homeward-store-'));
  });
  afterEach(() => rm(root, { recursive: true, force: true }));
  return () => ({ dataFolder: path.join(root, 'data') });
}
