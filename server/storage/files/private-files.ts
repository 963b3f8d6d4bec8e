import { chmodSync, lstatSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { say } from '#i18n/say.ts';

const OTHERS = 0o077;
/** What backups leave in the folder. */
const NOTES = /^backup(?:-failed)?\.json$/;

/**
 * Closes the data folder and our files in it to the machine's other users: they hold names, marks and every word of a
 * class. SQLite gives the files that it makes beside the database the rights of the database. A folder that holds other
 * things, too, or is another user's, keeps its rights. `warn` gets one line when something was closed or left open.
 * Windows has no such rights; there the folder is as open as the one it lies in.
 */
export function keepPrivate(dataDir: string, warn: (text: string) => void): void {
  if (process.platform === 'win32') return;
  const folder = realpathSync(dataDir);
  const names = readdirSync(folder);
  const isOurs = (name: string): boolean => name.startsWith('kefu.') || NOTES.test(name);
  const closed = names.filter((name) => isOurs(name) && close(join(folder, name), 0o600));
  const isShared = (statSync(folder).mode & OTHERS) !== 0;
  const mayClose = statSync(folder).uid === process.getuid?.() && names.every(isOurs);
  const isClosed = isShared && mayClose && close(folder, 0o700);
  if (isShared && !isClosed) warn(say('server:storage.folder-open', { folder: dataDir }));
  else if (isClosed || closed.length > 0) warn(say('server:storage.closed-to-others', { folder: dataDir }));
}

/** Whether it was open to others and isn't any more. A link is left alone: what it leads to may be anything. */
function close(path: string, mode: number): boolean {
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (found === undefined || (found.mode & OTHERS) === 0) return false;
  if (found.isSymbolicLink() || (mode === 0o600 && !found.isFile())) return false;
  try {
    chmodSync(path, mode);
  } catch {
    // Another user's file, or a file system without such rights.
    return false;
  }
  return (statSync(path).mode & OTHERS) === 0;
}
