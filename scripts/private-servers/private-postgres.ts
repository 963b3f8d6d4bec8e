import { execFile, execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chownSync, existsSync, mkdtempSync, readdirSync, renameSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { type WatchedServer, watchedServer } from './watched-server.ts';

/**
 * A PostgreSQL of our own, in a temporary folder, reached by a socket there; nobody else's is ever touched. Everything
 * that was committed before `kill` is there after `start`.
 */
export type PrivatePostgres = WatchedServer & {
  folder: string;
  /** The address of a database on it; `port` names another socket of the folder. */
  url(database: string, port?: number): string;
  /** A new database, a copy of `template` where one is named. */
  create(template?: string): Promise<string>;
  run(database: string, sql: string): Promise<void>;
  remove(): Promise<void>;
};

const PORT = 5440;
/** For databases that last a test: nothing waits for the disk. A killed server finds everything all the same. */
const SETTINGS = { fsync: 'off', full_page_writes: 'off', shared_buffers: '32MB', max_connections: '60' };

const run = promisify(execFile);

/** The folder of PostgreSQL's programs, or null where there is none, or none that this user may run. */
export const postgresPrograms = (): string | null => {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [
    ...versions.map((version) => join(debian, version, 'bin')),
    ...(process.env.PATH ?? '').split(delimiter),
  ];
  const found = folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')));
  return found === undefined || (isRoot() && postgresUser() === null) ? null : found;
};

/** PostgreSQL refuses to be run by root; its package makes a user for it. */
const isRoot = (): boolean => process.getuid?.() === 0;

type User = { uid: number; gid: number };

const findPostgresUser = (): User | null => {
  try {
    const said = execFileSync('id', ['postgres'], { encoding: 'utf8', stdio: 'pipe' });
    const [, uid = '', gid = ''] = /uid=(\d+).*? gid=(\d+)/.exec(said) ?? [];
    return uid === '' ? null : { uid: Number(uid), gid: Number(gid) };
  } catch {
    return null;
  }
};

let knownUser: User | null | undefined;
/** Asked for once: starting a program from a large process stops it for up to 0.4 s. */
const postgresUser = (): User | null => {
  knownUser ??= findPostgresUser();
  return knownUser;
};

/** Another order of words than that of their bytes, where this version can be given one: no query may rest on it. */
const orderOf = async (programs: string): Promise<string[]> => {
  const { stdout } = await run(join(programs, 'postgres'), ['--version']);
  const [, major = '0'] = /(\d+)/.exec(stdout) ?? [];
  return Number(major) < 15 ? ['--locale=C'] : ['--locale=C', '--locale-provider=icu', '--icu-locale=zh'];
};

type As = { cwd: string } & Partial<User>;

const makeData = async (programs: string, data: string, as: As): Promise<void> => {
  const options = ['--auth=trust', '--encoding=UTF8', '--username=kefu', '--no-sync', ...(await orderOf(programs))];
  await run(join(programs, 'initdb'), ['-D', data, ...options], as);
};

/**
 * Makes the data folder: within a test run (POSTGRES_DATA: its folder, `tests/support/postgres-data.ts`) as a copy of one
 * that whoever comes first makes there, since `initdb` takes 0.3 s of processor time and a copy a tenth of that.
 */
const putData = async (programs: string, data: string, as: As): Promise<void> => {
  const folder = process.env.POSTGRES_DATA;
  if (folder === undefined) return makeData(programs, data, as);
  if (as.uid !== undefined && as.gid !== undefined) chownSync(folder, as.uid, as.gid);
  const whole = join(folder, 'data');
  if (!existsSync(whole)) {
    const made = join(folder, randomUUID());
    await makeData(programs, made, as);
    try {
      renameSync(made, whole);
    } catch (error) {
      // Two made one at once, and the other’s is there.
      if (!existsSync(whole)) throw error;
      await run('rm', ['-rf', made]);
    }
  }
  await run('cp', ['-Rp', whole, data], as);
};

/** Makes its folder and starts it, with `settings` before those of a test's. Rejects where it doesn't start. */
export const startPostgres = async (
  programs: string,
  settings: Readonly<Partial<typeof SETTINGS>> = {},
): Promise<PrivatePostgres> => {
  // Short: a socket's path has 107 bytes at most.
  const folder = mkdtempSync(join(tmpdir(), 'pg-'));
  const user = isRoot() ? postgresUser() : null;
  if (user !== null) chownSync(folder, user.uid, user.gid);
  const as = { cwd: folder, ...(user ?? {}) };
  const data = join(folder, 'data');
  await putData(programs, data, as);
  const url = (database: string, port = PORT): string => `postgres://kefu@localhost:${port}/${database}?host=${folder}`;
  const set = Object.entries({ ...SETTINGS, ...settings }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const place = ['-c', 'listen_addresses=', '-c', `unix_socket_directories=${folder}`, '-p', String(PORT)];
  const server = watchedServer({
    ...{ name: 'PostgreSQL', file: join(programs, 'postgres'), ends: 'QUIT', as },
    args: ['-D', data, ...place, ...set],
    ready: { on: 'stderr', text: 'ready to accept connections' },
  });
  const query = async (database: string, sql: string): Promise<void> => {
    const client = new Client({ connectionString: url(database) });
    await client.connect();
    await client.query(sql).finally(() => client.end());
  };
  let made = 0;
  await server.start();
  return {
    ...server,
    folder,
    url,
    create: async (template = 'template1') => {
      made += 1;
      const name = `kefu_${made}`;
      await query('postgres', `create database ${name} template ${template}`);
      return name;
    },
    run: query,
    remove: async () => {
      await server.kill();
      // Not by Node, which takes 0.2 s of processor time for the thousands of files.
      await run('rm', ['-rf', folder]);
    },
  };
};
