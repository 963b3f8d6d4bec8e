import { chmod, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

/** What a backup leaves in the data folder when it is whole. `at`: epoch milliseconds; `file`: the backup's path. */
const backupSchema = z.object({ at: z.int().nonnegative(), file: z.string().min(1), bytes: z.int().nonnegative() });
export type Backup = z.infer<typeof backupSchema>;

/** What the last backup leaves there when it could not be made; gone after the next one that could. */
const failureSchema = z.object({ at: z.int().nonnegative(), code: z.string().min(1) });
export type BackupFailure = z.infer<typeof failureSchema>;

const NOTE = 'backup.json';
const FAILURE = 'backup-failed.json';

/** The last backup of a data folder; null when there was none, or its note can't be read. */
export const lastBackup = (dataDir: string): Promise<Backup | null> => read(join(dataDir, NOTE), backupSchema);

/** Why the last backup failed; null when it didn't. */
export const lastFailure = (dataDir: string): Promise<BackupFailure | null> =>
  read(join(dataDir, FAILURE), failureSchema);

/** Takes down a backup that is whole. */
export const noteBackup = async (dataDir: string, backup: Backup): Promise<void> => {
  await write(join(dataDir, NOTE), backup);
  await rm(join(dataDir, FAILURE), { force: true });
};

/** Takes down that a backup failed; the note of the last whole one stays. */
export const noteFailure = (dataDir: string, failure: BackupFailure): Promise<void> =>
  write(join(dataDir, FAILURE), failure);

/** The hours after which a backup that is to be made daily counts as missed: a day, and time to make it. */
const MISSED_HOURS = 26;
/**
 * Whether a daily backup is missing. `since`: when the last one was made, or the server began where there is none;
 * both are epoch milliseconds.
 */
export const isMissed = (since: number, now: number): boolean => now - since > MISSED_HOURS * 3_600_000;

const read = async <T>(file: string, schema: z.ZodType<T>): Promise<T | null> => {
  try {
    return schema.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    return null;
  }
};

/** Written beside and renamed: who reads meanwhile finds the old note or the new one. */
const write = async (file: string, note: Backup | BackupFailure): Promise<void> => {
  const part = `${file}.${process.pid}`;
  await writeFile(part, `${JSON.stringify(note)}\n`, { mode: 0o600 });
  await chmod(part, 0o600);
  await rename(part, file);
};
