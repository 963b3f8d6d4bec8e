import { existsSync, readdirSync, realpathSync, rmSync, statSync } from 'node:fs';
import { mkdir, statfs } from 'node:fs/promises';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { DAY_MS } from '#engine/model/spans.ts';
import { say } from '#i18n/say.ts';
import { BackupError, backupErrorOf } from './backup-error.ts';
import { manifestOf } from './manifest.ts';

const BACKUP_NAME = /^kefu-\d{8}-\d{6}\.sqlite$/;
/** What a backup is called until it is whole: a folder beside it. */
export const UNFINISHED = '.part-';
/** Milliseconds after which such a folder is one that a killed process left. */
const LEFT_OVER_MS = DAY_MS;

/** 20261123-033000, in the machine's own time. */
export const stampOf = (at: number): string => {
  const time = new Date(at);
  const twoDigits = (n: number): string => String(n).padStart(2, '0');
  const day = `${time.getFullYear()}${twoDigits(time.getMonth() + 1)}${twoDigits(time.getDate())}`;
  return `${day}-${twoDigits(time.getHours())}${twoDigits(time.getMinutes())}${twoDigits(time.getSeconds())}`;
};

/** The name of a backup made at a time. */
export const backupName = (at: number): string => `kefu-${stampOf(at)}.sqlite`;

/** Where a backup is to stand: a folder that is there gets a file named by the time. Absolute paths. */
export const targetOf = (place: string, at: number): string => {
  const isFolder = statSync(place, { throwIfNoEntry: false })?.isDirectory() === true;
  return isFolder ? join(place, backupName(at)) : place;
};

/**
 * Looks whether a backup of `bytes` can be written to `target`, and makes its folder. `freeBytes`: left there, null
 * where the file system doesn't say. Throws a BackupError.
 */
export const checkTarget = async (
  target: string,
  dataDir: string,
  bytes: number,
  freeBytes: (folder: string) => Promise<number | null> = freeBytesIn,
): Promise<void> => {
  const folder = dirname(target);
  if (isInside(folder, dataDir)) {
    throw new BackupError('backup-in-data-folder', () => say('server:backup.in-data-folder', { folder: dataDir }));
  }
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw backupErrorOf(error, folder);
  }
  if (existsSync(target)) {
    throw new BackupError('backup-target-exists', () => say('server:backup.target-exists', { file: target }));
  }
  const freeSpace = await freeBytes(folder);
  if (freeSpace !== null && freeSpace < bytes) {
    throw new BackupError('backup-disk-full', () => say('server:backup.disk-full', { file: target }));
  }
};

/** Whether a folder is another one or lies in it, by their real paths; neither need be there yet. */
export const isInside = (folder: string, other: string): boolean =>
  (realOf(folder) + sep).startsWith(realOf(other) + sep);

const realOf = (path: string): string => {
  if (existsSync(path)) return realpathSync(path);
  const parent = dirname(resolve(path));
  return parent === resolve(path) ? parent : join(realOf(parent), basename(path));
};

const freeBytesIn = async (folder: string): Promise<number | null> => {
  const { bavail, bsize, blocks } = await statfs(folder);
  return blocks === 0 ? null : bavail * bsize;
};

/**
 * Removes the oldest backups beside `newest` until `keep` are left, `newest` among them; answers with their paths. Only
 * files that were named by the program and say that they were made of the same data count: another school may keep its
 * own in the same folder.
 */
export const removeOldest = (newest: string, keep: number, takenFrom: string): string[] => {
  const folder = dirname(newest);
  const ownBackups = readdirSync(folder)
    .filter((name) => BACKUP_NAME.test(name))
    .map((name) => ({ path: join(folder, name), manifest: manifestOf(join(folder, name)) }))
    .filter(({ path, manifest }) => path !== newest && manifest?.takenFrom === takenFrom)
    .sort((a, b) => (b.manifest?.at ?? 0) - (a.manifest?.at ?? 0));
  const removed = ownBackups.slice(Math.max(0, keep - 1)).map(({ path }) => path);
  for (const path of removed) rmSync(path);
  return removed;
};

/** Removes what killed processes left in a folder of unfinished backups. `now`: epoch milliseconds. */
export const removeLeftOvers = (folder: string, now: number): void => {
  for (const name of readdirSync(folder).filter((one) => one.startsWith('kefu-') && one.includes(UNFINISHED))) {
    const path = join(folder, name);
    if (now - statSync(path).mtimeMs > LEFT_OVER_MS) rmSync(path, { recursive: true, force: true });
  }
};
