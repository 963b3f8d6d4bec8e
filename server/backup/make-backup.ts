import { existsSync, statSync } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Config } from '#common/config.ts';
import { say } from '#i18n/say.ts';
import { noteBackup } from '#monitoring/last-backup.ts';
import { databaseIn } from '#storage/files/data-files.ts';
import { placeName } from '#storage/files/place-name.ts';
import { BackupError, backupErrorOf } from './backup-error.ts';
import { checkTarget, removeLeftOvers, removeOldest, UNFINISHED } from './backup-files.ts';
import { copyDatabase } from './copied-files.ts';
import { checkBackup, writeManifest } from './manifest.ts';

/** What a backup is made of: a SQLite file that doesn't change meanwhile, or a PostgreSQL address. */
export type BackupSource = { kind: 'sqlite'; file: string } | { kind: 'postgres'; url: string; name: string };

/** Where a configuration keeps the data. */
export const sourceIn = ({ dataDir, databaseUrl }: Pick<Config, 'dataDir' | 'databaseUrl'>): BackupSource =>
  databaseUrl === null
    ? { kind: 'sqlite', file: databaseIn(dataDir) }
    : { kind: 'postgres', url: databaseUrl, name: placeName(databaseUrl) };

export type BackupPlan = {
  source: BackupSource;
  /** The data folder: it gets the note, and no backup lies in it. */
  dataDir: string;
  /** Absolute path of the backup; nothing is there yet. */
  target: string;
  /** How many of the program's own backups stay in the target's folder, this one among them; null: all. */
  keep: number | null;
  /** Epoch milliseconds. */
  at: number;
  /** Of the program. */
  version: string;
};

/** `rows`: of all tables. `removed`: older backups that went. */
export type MadeBackup = { at: number; file: string; bytes: number; rows: number; removed: string[] };

export type BackupOptions = {
  /** Is called once nothing more is read of the source. */
  copied?: () => Promise<void>;
  /** Bytes left in a folder. */
  freeBytes?: (folder: string) => Promise<number | null>;
};

/**
 * Makes one file of all the data: copied beside its place, read back and compared (`checkBackup`), synced, and only then
 * given its name, rights 0600. Then the oldest go and the note is written. Throws a BackupError or, where PostgreSQL
 * can't be read, a StartError or MoveError; nothing of the backup stays then, and no older one is removed.
 */
export const makeBackup = async (plan: BackupPlan, options: BackupOptions = {}): Promise<MadeBackup> => {
  const { source, dataDir, target, keep, at, version } = plan;
  const { copied = async () => {}, freeBytes } = options;
  const place = source.kind === 'sqlite' ? dirname(source.file) : source.name;
  if (source.kind === 'sqlite' && !existsSync(source.file)) {
    throw new BackupError('backup-nothing-there', () => say('server:backup.nothing-there', { place }));
  }
  await checkTarget(target, dataDir, sizeOf(source), freeBytes);
  const workFolder = target + UNFINISHED + process.pid;
  try {
    removeLeftOvers(dirname(target), at);
    const copy =
      source.kind === 'sqlite' ? await copyDatabase(source.file, workFolder) : await copyRows(source.url, workFolder);
    await copied();
    writeManifest(copy, { at, version, takenFrom: place });
    await sync(copy, 'r+');
    const manifest = checkBackup(copy);
    if (existsSync(target)) {
      throw new BackupError('backup-target-exists', () => say('server:backup.target-exists', { file: target }));
    }
    await rename(copy, target);
    if (process.platform !== 'win32') await sync(dirname(target), 'r');
    const made = { at, file: target, bytes: statSync(target).size };
    await mkdir(dataDir, { recursive: true, mode: 0o700 });
    await noteBackup(dataDir, made);
    const rows = (manifest?.tables ?? []).reduce((sum, table) => sum + table.rows, 0);
    return { ...made, rows, removed: keep === null ? [] : removeOldest(target, keep, place) };
  } catch (error) {
    throw backupErrorOf(error, target);
  } finally {
    await rm(workFolder, { recursive: true, force: true });
  }
};

/** Bytes that a backup needs at most while it is made: the copied log is taken into the file. PostgreSQL doesn't say. */
const sizeOf = (source: BackupSource): number => {
  if (source.kind === 'postgres') return 0;
  const sizeOfFile = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  return sizeOfFile(source.file) + 2 * sizeOfFile(`${source.file}-wal`);
};

/** Writes the rows of a PostgreSQL database, as they stand at one moment, into a new file; answers with its path. */
const copyRows = async (url: string, workFolder: string): Promise<string> => {
  // Loaded only where it is wanted.
  const { copySnapshot } = await import('#storage/move/move-storage.ts');
  await mkdir(workFolder, { mode: 0o700 });
  const folder = join(workFolder, 'rows');
  return copySnapshot(url, folder);
};

const sync = async (path: string, flags: 'r' | 'r+'): Promise<void> => {
  const handle = await open(path, flags);
  await handle.sync().finally(() => handle.close());
};
