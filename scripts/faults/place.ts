/** Where a faulted server keeps its data, and what can be done to that place: a folder of SQLite's, or a PostgreSQL. */
import { execFileSync } from 'node:child_process';
import {
  closeSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statfsSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { type PrivatePostgres, postgresPrograms, startPostgres } from '#scripts/private-servers/private-postgres.ts';
import { hasRedis, type PrivateRedis, startRedis } from '#scripts/private-servers/private-redis.ts';
import { processesUnder, signal } from './processes.ts';

/** The part of a place that every database has. */
type Common = { dataDir: string; databaseUrl: string | null; remove(): Promise<void> };
export type SqlitePlace = Common & {
  kind: 'sqlite';
  /** Whether the disk is a small one of its own, which can be filled. */
  hasOwnDisk: boolean;
  fillDisk(): void;
  emptyDisk(): void;
  moveAway(): void;
  moveBack(): void;
  /** Deletes the files, which are kept elsewhere on the disk under other names. */
  deleteFiles(): void;
  bringFilesBack(): void;
};
export type PostgresPlace = Common & {
  kind: 'postgres';
  /** Runs statements as the database's administrator, in the database itself or, `beside` it, in another. */
  run(sql: string, beside?: boolean): Promise<void>;
  name: string;
  stop(): Promise<void>;
  start(): Promise<void>;
  /** Stops every process of the database server, as a machine does that hangs. Returns what has them go on. */
  freeze(): () => void;
  /** By which several servers tell each other; null: one server has the database alone. */
  redis: PrivateRedis | null;
};
export type Place = SqlitePlace | PostgresPlace;

const DISK_MB = 32;

/** A folder under `folder`, on a disk of 32 MB where this user may mount one. */
export const sqlitePlace = (folder: string): SqlitePlace => {
  const disk = join(folder, 'disk');
  mkdirSync(disk, { recursive: true });
  const hasOwnDisk = mounts(disk);
  const dataDir = join(disk, 'data');
  const [away, kept, filler] = [join(disk, 'away'), join(disk, 'kept'), join(disk, 'filler')];
  return {
    ...{ kind: 'sqlite', dataDir, databaseUrl: null, hasOwnDisk },
    fillDisk: () => {
      const { bavail, bsize } = statfsSync(disk);
      const file = openSync(filler, 'w');
      try {
        for (let left = bavail * bsize; left > 0; left -= 65_536) writeSync(file, Buffer.alloc(Math.min(left, 65_536)));
      } catch (error) {
        if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
      } finally {
        closeSync(file);
      }
    },
    emptyDisk: () => rmSync(filler, { force: true }),
    moveAway: () => renameSync(dataDir, away),
    moveBack: () => renameSync(away, dataDir),
    deleteFiles: () => {
      mkdirSync(kept);
      for (const file of readdirSync(dataDir)) linkSync(join(dataDir, file), join(kept, file));
      rmSync(dataDir, { recursive: true });
    },
    bringFilesBack: () => renameSync(kept, dataDir),
    remove: async () => {
      if (hasOwnDisk) execFileSync('umount', ['--lazy', disk]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

const mounts = (folder: string): boolean => {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK_MB}m,mode=700`, 'tmpfs', folder], { stdio: 'pipe' });
    return true;
  } catch {
    return false;
  }
};

export type PostgresServer = { place(folder: string): Promise<PostgresPlace>; remove(): Promise<void> };

/** Whether this machine has the programs for nodes: PostgreSQL's and Redis's. */
export const hasNodePrograms = (): boolean => postgresPrograms() !== null && hasRedis();

/**
 * A PostgreSQL of the harness's own, for as many places as are wanted, and a Redis beside it for `nodes`. Null where there
 * are no programs for them.
 */
export const postgresServer = async ({ nodes }: { nodes: boolean }): Promise<PostgresServer | null> => {
  const programs = postgresPrograms();
  if (programs === null || (nodes && !hasRedis())) return null;
  const [server, redis] = await Promise.all([startPostgres(programs), nodes ? startRedis() : null]);
  return {
    place: (folder) => placeOn(server, redis, folder),
    remove: async () => void (await Promise.all([server.remove(), redis?.remove()])),
  };
};

const placeOn = async (server: PrivatePostgres, redis: PrivateRedis | null, folder: string): Promise<PostgresPlace> => {
  const name = await server.create();
  return {
    ...{ kind: 'postgres', dataDir: folder, databaseUrl: server.url(name), name, redis },
    run: (sql, beside = false) => server.run(beside ? 'postgres' : name, sql),
    stop: server.kill,
    start: server.start,
    freeze: () => {
      // The first one stands before the others are looked for: it starts no more of them.
      const first = server.pid();
      signal(first, 'SIGSTOP');
      const others = processesUnder(first);
      for (const pid of others) signal(pid, 'SIGSTOP');
      return () => {
        for (const pid of [first, ...others]) signal(pid, 'SIGCONT');
      };
    },
    remove: async () => {
      await server.run('postgres', `drop database ${name} with (force)`);
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

/** For what can be done to a PostgreSQL alone. */
export const inPostgres = (place: Place): PostgresPlace => {
  if (place.kind !== 'postgres') throw new Error('a fault of PostgreSQL on SQLite');
  return place;
};

export const redisOf = (place: Place): PrivateRedis => {
  const { redis } = inPostgres(place);
  if (redis === null) throw new Error('a fault of nodes on a server that is alone');
  return redis;
};
