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
};
export type Place = SqlitePlace | PostgresPlace;

const DISK_MB = 32;

/** A folder under `folder`, on a disk of 32 MB where this user may mount one. */
export function sqlitePlace(folder: string): SqlitePlace {
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
}

function mounts(folder: string): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK_MB}m,mode=700`, 'tmpfs', folder], { stdio: 'pipe' });
    return true;
  } catch {
    return false;
  }
}

export type PostgresServer = { place(folder: string): Promise<PostgresPlace>; remove(): Promise<void> };

/** A PostgreSQL of the harness's own, for as many places as are wanted. Null where there are no programs for one. */
export async function postgresServer(): Promise<PostgresServer | null> {
  const programs = postgresPrograms();
  if (programs === null) return null;
  const server = await startPostgres(programs);
  return { place: (folder) => placeOn(server, folder), remove: server.remove };
}

async function placeOn(server: PrivatePostgres, folder: string): Promise<PostgresPlace> {
  const name = await server.create();
  return {
    ...{ kind: 'postgres', dataDir: folder, databaseUrl: server.url(name), name },
    run: (sql, beside = false) => server.run(beside ? 'postgres' : name, sql),
    stop: server.kill,
    start: server.start,
    remove: async () => {
      await server.run('postgres', `drop database ${name} with (force)`);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
