import { existsSync, readdirSync } from 'node:fs';
import { mkdir, open, rename, rmdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { BackupError } from '#backup/backup-error.ts';
import { say } from '#i18n/say.ts';
import { databaseIn, LOCK } from '#storage/files/data-files.ts';
import { lockFolder } from '#storage/files/folder-lock.ts';
import { sqliteStartError } from '#storage/opening/open-sqlite.ts';

/** Throws where a server runs on the folder, or where it holds something that may not be set aside. */
export const checkFolder = (folder: string, mayReplace: boolean): void => {
  const names = existsSync(folder) ? readdirSync(folder) : [];
  if (names.includes(LOCK)) {
    try {
      lockFolder(folder)();
    } catch (error) {
      throw sqliteStartError(error, folder);
    }
  }
  if (names.length > 0 && !mayReplace) {
    throw new BackupError('restore-not-empty', () => say('server:backup.not-empty', { place: folder }));
  }
};

/**
 * Puts a prepared database where a data folder is to be. A folder that holds something is renamed first; one that can't
 * be, as a mounted disk, gets a folder in it with all that it held. Answers with the path of what was set aside, or null.
 */
export const placeInFolder = async (database: string, folder: string, stamp: string): Promise<string | null> => {
  const hasFiles = existsSync(folder) && readdirSync(folder).length > 0;
  const setAsideFolder = hasFiles ? await setAside(folder, stamp) : null;
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await rename(database, databaseIn(folder));
    if (process.platform !== 'win32') await sync(folder);
    return setAsideFolder?.path ?? null;
  } catch (error) {
    await setAsideFolder?.putBack();
    throw error;
  }
};

type SetAside = { path: string; putBack(): Promise<void> };

const setAside = async (folder: string, stamp: string): Promise<SetAside> => {
  const path = `${folder}-before-restore-${stamp}`;
  try {
    await rename(folder, path);
  } catch {
    return setAsideInside(folder, stamp);
  }
  const putBack = async (): Promise<void> => {
    // The new folder is empty where the database couldn't be put into it.
    if (existsSync(folder)) await rmdir(folder);
    await rename(path, folder);
  };
  return { path, putBack };
};

const setAsideInside = async (folder: string, stamp: string): Promise<SetAside> => {
  const path = join(folder, `kefu.before-restore-${stamp}`);
  const movedNames: string[] = [];
  const putBack = async (): Promise<void> => {
    for (const name of movedNames.splice(0)) await rename(join(path, name), join(folder, name));
  };
  try {
    const names = readdirSync(folder);
    await mkdir(path, { mode: 0o700 });
    for (const name of names) {
      await rename(join(folder, name), join(path, name));
      movedNames.push(name);
    }
    return { path, putBack };
  } catch (error) {
    await putBack();
    throw new BackupError('restore-not-set-aside', () => say('server:backup.not-set-aside', { place: folder }), error);
  }
};

/** What was renamed into a folder is there after a power cut, and so is the folder itself. */
const sync = async (folder: string): Promise<void> => {
  for (const path of [folder, dirname(folder)]) {
    const handle = await open(path, 'r');
    await handle.sync().finally(() => handle.close());
  }
};
