import { existsSync } from 'node:fs';
import { say } from '#i18n/say.ts';
import { isMissed, lastBackup, lastFailure } from '#monitoring/last-backup.ts';
import { type Check, ok, warn } from './check.ts';
import { shortTime } from './short-time.ts';

const HOUR_MS = 3_600_000;
/** Days after which a backup that somebody makes by hand is old. */
const OLD_DAYS = 7;

/** The last backup, its age, and what is wrong with it. `now`: epoch milliseconds. */
export const checkBackups = async (
  dataDir: string,
  { isDaily, now }: { isDaily: boolean; now: number },
): Promise<Check> => {
  const [last, failure] = [await lastBackup(dataDir), await lastFailure(dataDir)];
  const told = last === null ? null : { at: shortTime(last.at), age: ageOf(now - last.at), file: last.file };
  if (failure !== null) {
    const before = told === null ? say('doctor:backup.never') : say('doctor:backup.old', told);
    const text = { failedAt: shortTime(failure.at), code: failure.code, last: before };
    return warn('backup', say('doctor:backup.failed', text), say('doctor:backup.look'));
  }
  const make = say('doctor:backup.make');
  if (last === null || told === null) return warn('backup', say('doctor:backup.never'), make);
  if (!existsSync(last.file)) return warn('backup', say('doctor:backup.gone', told), make);
  const isOld = isDaily ? isMissed(last.at, now) : now - last.at > OLD_DAYS * 24 * HOUR_MS;
  return isOld ? warn('backup', say('doctor:backup.old', told), make) : ok('backup', say('doctor:backup.sound', told));
};

const ageOf = (ms: number): string => {
  const hours = Math.max(0, Math.floor(ms / HOUR_MS));
  if (hours === 0) return say('doctor:backup.now');
  return hours < 48
    ? say('doctor:backup.hours', { n: hours })
    : say('doctor:backup.days', { n: Math.floor(hours / 24) });
};
