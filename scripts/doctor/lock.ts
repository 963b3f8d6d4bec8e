import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LOCK } from '#storage/files/data-files.ts';
import { openFile } from '#storage/sqlite/open-file.ts';

/**
 * The process id of the server that holds the data folder, `?` where it isn't known, or null where none does. The lock
 * is read and not taken. To call in a process that holds no lock there itself: closing the file would drop it.
 */
export const holderOf = (dataDir: string): string | null => {
  const file = join(dataDir, LOCK);
  if (!existsSync(file)) return null;
  try {
    const lock = openFile(file, { readonly: true, mustExist: true });
    try {
      lock.query('select 1 from sqlite_master', []);
    } finally {
      lock.close();
    }
    return null;
  } catch (error) {
    const isHeld = error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY');
    return isHeld ? processIn(join(dataDir, 'kefu.pid')) : null;
  }
};

const processIn = (file: string): string => {
  try {
    return readFileSync(file, 'utf8').trim() || '?';
  } catch {
    return '?';
  }
};
