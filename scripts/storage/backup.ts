/**
 * `npm run -s backup -- [--to FILE|FOLDER] [--keep N] [--lang zh|en]`: one file of all the data, also while the server
 * runs. With PostgreSQL, and where no server holds the data folder, the command makes it; else it asks the server. Exit
 * code 2 and a stable code at the beginning of the line when it can't.
 */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { requestBackup } from '#backup/backup-endpoint.ts';
import { backupName, targetOf } from '#backup/backup-files.ts';
import { type MadeBackup, makeBackup, sourceIn } from '#backup/make-backup.ts';
import { type Config, readConfig } from '#common/config.ts';
import { say } from '#i18n/say.ts';
import { holderOf } from '#scripts/doctor/lock.ts';
import { readArguments, stop } from '#scripts/read-arguments.ts';
import { lockFolder } from '#storage/files/folder-lock.ts';
import { sqliteStartError } from '#storage/opening/open-sqlite.ts';
import { programVersion } from './program-version.ts';
import { stopWith } from './stop-with.ts';

const keepIn = (text: string): number => {
  return /^[1-9]\d{0,4}$/.test(text) ? Number(text) : stop(say('commands:backup.keep', { value: text }));
};

const { values } = readArguments(() => say('commands:usage.backup'), {
  options: { to: { type: 'string' }, keep: { type: 'string' }, lang: { type: 'string' } },
});
const keep = values.keep === undefined ? null : keepIn(values.keep);

const made = async (config: Config, place: string): Promise<MadeBackup> => {
  const { dataDir } = config;
  const source = sourceIn(config);
  if (source.kind === 'sqlite' && holderOf(dataDir) !== null) return requestBackup(dataDir, { place, keep });
  const unlock = source.kind === 'sqlite' && existsSync(source.file) ? lock(dataDir) : () => {};
  try {
    const at = Date.now();
    return await makeBackup({ source, dataDir, target: targetOf(place, at), keep, at, version: programVersion() });
  } finally {
    unlock();
  }
};

/** Keeps a server from starting meanwhile. */
const lock = (dataDir: string): (() => void) => {
  try {
    return lockFolder(dataDir);
  } catch (error) {
    throw sqliteStartError(error, dataDir);
  }
};

try {
  const config = readConfig(process.env);
  const { to } = values;
  const place = to === undefined ? join(config.backupDir ?? resolve('backups'), backupName(Date.now())) : resolve(to);
  const { file, bytes, rows, removed } = await made(config, place);
  console.log(say('commands:backup.done', { file, mb: Math.max(1, Math.round(bytes / 1_000_000)), rows }));
  if (removed.length > 0) {
    console.log(say('commands:backup.removed', { n: removed.length, files: removed.join(' ') }));
  }
} catch (error) {
  stopWith(error);
}
