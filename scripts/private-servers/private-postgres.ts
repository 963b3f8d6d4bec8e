import { execFileSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
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

const postgresUser = (): { uid: number; gid: number } | null => {
  const id = (flag: string): number =>
    Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8', stdio: 'pipe' }));
  try {
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    return null;
  }
};

/** Another order of words than that of their bytes, where this version can be given one: no query may rest on it. */
const orderOf = (programs: string): string[] => {
  const version = execFileSync(join(programs, 'postgres'), ['--version'], { encoding: 'utf8' });
  const [, major = '0'] = /(\d+)/.exec(version) ?? [];
  return Number(major) < 15 ? ['--locale=C'] : ['--locale=C', '--locale-provider=icu', '--icu-locale=zh'];
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
  const options = ['--auth=trust', '--encoding=UTF8', '--username=kefu', '--no-sync', ...orderOf(programs)];
  execFileSync(join(programs, 'initdb'), ['-D', data, ...options], { ...as, stdio: 'pipe' });
  const url = (database: string, port = PORT): string => `postgres://kefu@localhost:${port}/${database}?host=${folder}`;
  const set = Object.entries({ ...SETTINGS, ...settings }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const place = ['-c', 'listen_addresses=', '-c', `unix_socket_directories=${folder}`, '-p', String(PORT)];
  const server = watchedServer({
    ...{ name: 'PostgreSQL', file: join(programs, 'postgres'), ends: 'QUIT', as },
    args: ['-D', data, ...place, ...set],
    ready: { on: 'stderr', text: 'ready to accept connections' },
  });
  const run = async (database: string, sql: string): Promise<void> => {
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
      await run('postgres', `create database ${name} template ${template}`);
      return name;
    },
    run,
    remove: async () => {
      await server.kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
