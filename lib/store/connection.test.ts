import { sql } from 'kysely';
import Database from 'libsql';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { writeIntent } from './intent';
import { listLaunches } from './launches';
import { StoreConnection } from './connection';
import { migrations } from './migrations';
import { openStore } from './open';
import { aLaunch } from './testing/launch';
import { onPostgres } from './testing/databases';

const write = async (connection: StoreConnection) =>
  writeIntent(await connection.get(), aLaunch(), new Date('2026-11-24T10:00:00Z'));

describe('a store in a folder', () => {
  let root: string;
  let connection: StoreConnection;
  const folder = () => path.join(root, 'data');
  const file = () => path.join(folder(), 'homeward.sqlite');
  beforeEach(async () => {
    root = await mkdtemp(path.join(os.tmpdir(), 'homeward-store-'));
    connection = new StoreConnection({ dataFolder: folder() });
  });
  afterEach(async () => {
    await (await connection.get()).destroy();
    await rm(root, { recursive: true, force: true });
  });

  it('cannot be used while its folder cannot be made, and can as soon as it can', async () => {
    const blocked = new StoreConnection({ dataFolder: path.join(root, 'file', 'data') });
    await writeFile(path.join(root, 'file'), '');
    await expect(blocked.probe()).rejects.toThrow(/cannot be recorded \(E/);
    await rm(path.join(root, 'file'));
    await blocked.probe();
    await (await blocked.get()).destroy();
  });

  it('refuses to write while another process keeps it to itself, and goes on afterwards', async () => {
    await connection.probe();
    const other = new Database(file());
    other.exec('begin immediate');
    await expect(write(connection)).rejects.toThrow(/SQLITE_BUSY/);
    other.exec('rollback');
    other.close();
    expect(await write(connection)).toEqual({ outcome: 'written' });
  });

  it('refuses to write on a full disk, and goes on when there is room', async () => {
    const store = await connection.get();
    const { rows } = await sql.raw('pragma page_count').execute(store);
    const pages = Number(Object.values(rows[0] ?? {})[0]);
    await sql.raw(`pragma max_page_count = ${pages}`).execute(store);
    const large = aLaunch({ tags: { note: 'x'.repeat(200_000) } });
    await expect(writeIntent(store, large, new Date())).rejects.toThrow(/SQLITE_FULL/);
    // What was opened anew knows no such limit, as a disk with room again has none.
    expect(await write(connection)).toEqual({ outcome: 'written' });
    expect(await listLaunches(await connection.get(), {}, 10)).toHaveLength(1);
  });

  it('notices that its file was taken away, and writes to the one that is there', async () => {
    expect(await write(connection)).toEqual({ outcome: 'written' });
    await rename(folder(), path.join(root, 'elsewhere'));
    await mkdir(folder());
    expect(await listLaunches(await connection.get(), {}, 10)).toEqual([]);
    await connection.probe();
  });
});

/** A connection, and what it has told the operator of the server. */
function openNoting(dataFolder: string) {
  const told: string[] = [];
  const warn = (event: string, cause: unknown) => void told.push(`${event}: ${String(cause)}`);
  return { connection: new StoreConnection({ dataFolder }, warn), told };
}

describe('a store whose tables do not fit', () => {
  let folder: string;
  const change = (statement: string) => {
    const database = new Database(path.join(folder, 'homeward.sqlite'));
    database.exec(statement);
    database.close();
  };
  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'homeward-store-'));
    const { store } = await openStore({ dataFolder: folder });
    await store.destroy();
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('is refused by name when a newer Homeward wrote it, and the log says why, once', async () => {
    change(`insert into kysely_migration values ('0099-from-the-future', '2027-01-01T00:00:00Z')`);
    const { connection, told } = openNoting(folder);
    for (let attempt = 0; attempt < 3; attempt += 1) {
      await expect(connection.get()).rejects.toMatchObject({
        problem: {
          status: 503,
          code: 'store-newer',
          detail: expect.stringMatching(/"0099-from-the-future".*Start the version that wrote it/),
        },
      });
    }
    expect(told).toEqual([expect.stringMatching(/^the store cannot be opened: .*0099/)]);
  });

  it('is refused by name when it cannot be brought up to date, and told again when it fails anew', async () => {
    const last = Object.keys(migrations).at(-1);
    change(`delete from kysely_migration where name = '${last}'`);
    const { connection, told } = openNoting(folder);
    const failed = { problem: { status: 503, code: 'store-migration-failed' } };
    await expect(connection.get()).rejects.toMatchObject(failed);
    expect(told).toEqual([
      expect.stringMatching(/^the store cannot be opened: .*duplicate column/),
    ]);
    change(`insert into kysely_migration values ('${last}', '2999-01-01T00:00:00Z')`);
    await (await connection.get()).destroy();
  });
});

onPostgres('a store in PostgreSQL', (postgres) => {
  it('cannot be used while PostgreSQL is down, and can when it is back', async () => {
    const databaseURL = await postgres().createDatabase();
    const connection = new StoreConnection({ dataFolder: '/nowhere', databaseURL });
    expect(await write(connection)).toEqual({ outcome: 'written' });
    await postgres().kill();
    await expect(connection.probe()).rejects.toThrow(/cannot be recorded/);
    await expect(connection.probe()).rejects.toThrow(/cannot be recorded/);
    await postgres().start();
    await vi.waitFor(() => connection.probe(), 10_000);
    expect(await listLaunches(await connection.get(), {}, 10)).toHaveLength(1);
    await (await connection.get()).destroy();
  }, 60_000);
});
