import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartError } from '#common/start-error.ts';
import { say } from '#i18n/say.ts';
import { openFile } from '#storage/sqlite/open-file.ts';
import type { SqliteProgram } from '#storage/sqlite/sqlite-file.ts';
import { LOCK } from './data-files.ts';

/** Milliseconds that a predecessor may take to shut down. */
const WAIT_MS = 2000;

/**
 * Makes this process the only one on a data folder (RULES N4) by an exclusive transaction on a file of its own. The
 * operating system ends it when the process dies, even by kill -9, so no old lock is ever left behind.
 */
export const lockFolder = (dataDir: string, program?: SqliteProgram): (() => void) => {
  const pidFile = join(dataDir, 'kefu.pid');
  const lockFile = join(dataDir, LOCK);
  // Only a file that isn't there is opened: closing one that is would drop the lock this process may hold on it.
  if (!existsSync(lockFile)) writeFileSync(lockFile, '', { flag: 'a', mode: 0o600 });
  const lock = openFile(lockFile, { waitMs: WAIT_MS, program });
  try {
    lock.exec('begin exclusive');
  } catch (error) {
    lock.close();
    if (!(error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY'))) throw error;
    const pid = pidIn(pidFile);
    throw new StartError('data-folder-in-use', () => say('server:storage.in-use', { pid, folder: dataDir }), error);
  }
  writeFileSync(pidFile, `${process.pid}\n`, { mode: 0o600 });
  return () => {
    rmSync(pidFile, { force: true });
    lock.close();
  };
};

const pidIn = (file: string): string => {
  try {
    return readFileSync(file, 'utf8').trim() || '?';
  } catch {
    return '?';
  }
};
