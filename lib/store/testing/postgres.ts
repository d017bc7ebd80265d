import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { chown, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { portToReturnTo } from '../../../scripts/ports.mjs';

/** A PostgreSQL of its own for a test: on loopback, in a temporary folder. */
export interface TestPostgres {
  /** Makes an empty database and gives its address. */
  createDatabase: () => Promise<string>;
  start: () => Promise<void>;
  /** Ends it as a crash does: connections break, nothing is tidied up. */
  kill: () => Promise<void>;
  remove: () => Promise<void>;
}

/** The folder that holds initdb and postgres; undefined when there is none on this machine. */
export const postgresFolder = [
  ...(process.env.PATH ?? '').split(path.delimiter),
  ...versionsIn('/usr/lib/postgresql'),
  '/usr/local/pgsql/bin',
  '/opt/homebrew/opt/postgresql/bin',
].find((folder) => existsSync(path.join(folder, 'initdb')));

function versionsIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).map((version) => path.join(folder, version, 'bin'));
}

export async function startPostgres(binaries: string): Promise<TestPostgres> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'homeward-postgres-'));
  const user = unprivileged();
  if (user) await chown(folder, user.uid, user.gid);
  const data = path.join(folder, 'data');
  const init = ['-D', data, '-U', 'homeward', '-A', 'trust', '-E', 'UTF8', '--no-sync'];
  await promisify(execFile)(path.join(binaries, 'initdb'), init, { ...user, cwd: folder });
  const port = await portToReturnTo();
  const server = { process: undefined as ChildProcess | undefined };
  const addressOf = (database: string) => `postgres://homeward@127.0.0.1:${port}/${database}`;
  let databases = 0;

  const start = async () => {
    const args = ['-D', data, '-p', String(port), '-h', '127.0.0.1', '-k', folder];
    const options = { ...user, cwd: folder, stdio: 'ignore' as const };
    server.process = spawn(path.join(binaries, 'postgres'), args, options);
    await untilAnswers(addressOf('postgres'));
  };
  const kill = async () => {
    const { process: running } = server;
    if (!running || running.exitCode !== null) return;
    const ended = new Promise((resolve) => running.once('exit', resolve));
    // SIGQUIT is PostgreSQL's immediate shutdown: no checkpoint, and recovery at the next start.
    running.kill('SIGQUIT');
    await ended;
  };
  await start();
  return {
    createDatabase: async () => {
      databases += 1;
      const name = `homeward_${databases}`;
      await ask(addressOf('postgres'), `create database ${name}`);
      return addressOf(name);
    },
    start,
    kill,
    remove: async () => {
      await kill();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** PostgreSQL refuses to run as root; then it runs as a user without rights. */
function unprivileged(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => /^(postgres|nobody):/.test(entry));
  const [, , uid = '65534', gid = '65534'] = line?.split(':') ?? [];
  return { uid: Number(uid), gid: Number(gid) };
}

async function ask(address: string, statement: string) {
  const client = new Client({ connectionString: address });
  client.on('error', () => undefined);
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

async function untilAnswers(address: string) {
  const until = Date.now() + 30_000;
  for (;;) {
    const answered = await ask(address, 'select 1').then(
      () => true,
      () => false,
    );
    if (answered) return;
    if (Date.now() > until) throw new Error('PostgreSQL did not start within 30 seconds.');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
