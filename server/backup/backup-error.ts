import { inLanguage } from '#i18n/language.ts';
import { say } from '#i18n/say.ts';

/**
 * - `backup-nothing-there`: there is no database to back up
 * - `backup-in-data-folder`: the file would lie beside the data it is to survive
 * - `backup-target-exists`: there is a file of that name already
 * - `backup-not-writable`: the folder can't be made or written
 * - `backup-disk-full`: there is less space than the backup needs
 * - `backup-damaged`: SQLite finds the database, or the backup, damaged
 * - `backup-unequal`: what was read back isn't what was stored
 * - `backup-no-answer`: a server holds the database and doesn't answer
 * - `backup-stopped`: the server, or the process that made the backup, ended before it was whole
 * - `restore-no-file`, `restore-not-backup`: there is no such file, or it is another program's
 * - `restore-not-empty`: the target holds something, and nobody said that it may be set aside
 * - `restore-not-set-aside`: what the target holds couldn't be moved out of the way
 */
export const BACKUP_ERROR_CODES = [
  'backup-nothing-there',
  'backup-in-data-folder',
  'backup-target-exists',
  'backup-not-writable',
  'backup-disk-full',
  'backup-damaged',
  'backup-unequal',
  'backup-no-answer',
  'backup-stopped',
  'restore-no-file',
  'restore-not-backup',
  'restore-not-empty',
  'restore-not-set-aside',
] as const;
export type BackupErrorCode = (typeof BACKUP_ERROR_CODES)[number];

/** An error as it is told to another process. */
export type ErrorMessage = { code: string; zh: string; en: string };

/** Why a backup or a restore wasn't done, in both languages. The data is as it was. */
export class BackupError extends Error {
  readonly code: BackupErrorCode;
  readonly zh: string;
  readonly en: string;

  /** `said` gives the sentence in the language set at the call; it is called once for each. */
  constructor(code: BackupErrorCode, message: () => string, cause?: unknown) {
    const en = inLanguage('en', message);
    super(en, { cause });
    this.name = 'BackupError';
    this.code = code;
    this.zh = inLanguage('zh', message);
    this.en = en;
  }
}

const FULL = /^(?:ENOSPC|EDQUOT|SQLITE_FULL)/;
const NOT_WRITABLE =
  /^(?:EACCES|EPERM|EROFS|ENOTDIR|EISDIR|EEXIST|ENOENT|ENAMETOOLONG|SQLITE_(?:READONLY|CANTOPEN|PERM))/;
const DAMAGED = /^SQLITE_(?:CORRUPT|NOTADB)/;

/** An error of the file system or of SQLite while a backup is written to `file`, as a BackupError; another one as it is. */
export const backupErrorOf = (error: unknown, file: string): unknown => {
  if (error instanceof BackupError || !(error instanceof Error)) return error;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (FULL.test(code))
    return new BackupError('backup-disk-full', () => say('server:backup.disk-full', { file }), error);
  if (DAMAGED.test(code)) return new BackupError('backup-damaged', () => say('server:backup.damaged', { file }), error);
  if (NOT_WRITABLE.test(code)) {
    return new BackupError('backup-not-writable', () => say('server:backup.not-writable', { file, code }), error);
  }
  return error;
};

/** What another process may tell of an error; one that wasn't foreseen has the code `error`. */
export const errorMessageOf = (error: unknown): ErrorMessage => {
  if (error instanceof Error && 'code' in error && 'zh' in error && 'en' in error) {
    return { code: String(error.code), zh: String(error.zh), en: String(error.en) };
  }
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { code: 'error', zh: text, en: text };
};
