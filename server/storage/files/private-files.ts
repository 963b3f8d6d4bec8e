import { chmodSync, lstatSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { say } from '#i18n/say.ts';

const OTHERS_MODE = 0o077;
/** What backups leave in the folder. */
const BACKUP_NOTES = /^backup(?:-failed)?\.json$/;

/**
 * Closes the data folder and our files in it to the machine's other users: they hold names, marks and every word of a
 * class. SQLite gives the files that it makes beside the database the rights of the database. A folder that holds other
 * things, too, or is another user's, keeps its rights. `warn` gets one line when something was closed or left open.
 * Windows has no such rights; there the folder is as open as the one it lies in.
 */
export const keepPrivate = (dataDir: string, warn: (text: string) => void): void => {
  if (process.platform === 'win32') return;
  const folder = realpathSync(dataDir);
  const names = readdirSync(folder);
  const isOurs = (name: string): boolean => name.startsWith('kefu.') || BACKUP_NOTES.test(name);
  const closedNames = names.filter((name) => isOurs(name) && closeToOthers(join(folder, name), 0o600));
  const isOpenToOthers = (statSync(folder).mode & OTHERS_MODE) !== 0;
  const mayClose = statSync(folder).uid === process.getuid?.() && names.every(isOurs);
  const isClosed = isOpenToOthers && mayClose && closeToOthers(folder, 0o700);
  if (isOpenToOthers && !isClosed) warn(say('server:storage.folder-open', { folder: dataDir }));
  else if (isClosed || closedNames.length > 0) warn(say('server:storage.closed-to-others', { folder: dataDir }));
};

/** Closes a file or folder to others; true where it was open before. A link is left alone: it may lead anywhere. */
const closeToOthers = (path: string, mode: number): boolean => {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  if (stats === undefined || (stats.mode & OTHERS_MODE) === 0) return false;
  if (stats.isSymbolicLink() || (mode === 0o600 && !stats.isFile())) return false;
  try {
    chmodSync(path, mode);
  } catch {
    // Another user's file, or a file system without such rights.
    return false;
  }
  return (statSync(path).mode & OTHERS_MODE) === 0;
};
