/**
 * `npm run -s restore -- --from FILE [--to DIR|postgres://…] [--replace] [--lang zh|en]`: puts a backup back. The server
 * is stopped first. Exit code 2 and a stable code at the beginning of the line when it can't; what was there is there
 * still then.
 */
import { resolve } from 'node:path';
import { restoreBackup } from '#backup/restore/restore-backup.ts';
import { readConfig } from '#common/config.ts';
import { say } from '#i18n/say.ts';
import { shortTime } from '#scripts/doctor/short-time.ts';
import { readArguments, stop } from '#scripts/read-arguments.ts';
import { isUrl, placeName } from '#storage/files/place-name.ts';
import { stopWith } from './stop-with.ts';

const usage = (): string => say('commands:usage.restore');
const { values } = readArguments(usage, {
  options: {
    from: { type: 'string' },
    to: { type: 'string' },
    replace: { type: 'boolean', default: false },
    lang: { type: 'string' },
  },
});

const restore = async (from: string): Promise<void> => {
  try {
    const to = target(values.to);
    const { at, setAside, isUpgraded, figures } = await restoreBackup({
      ...{ from, to, replace: values.replace, now: Date.now() },
    });
    const { newestAt, ...counts } = figures;
    console.log(say('commands:restore.done', { to: placeName(to), ...counts }));
    console.log(
      newestAt === null
        ? say('commands:restore.no-drills')
        : say('commands:restore.newest', { at: shortTime(newestAt) }),
    );
    if (at !== null) console.log(say('commands:restore.made', { at: shortTime(at) }));
    if (isUpgraded) console.log(say('commands:restore.upgraded'));
    if (setAside !== null) console.log(say('commands:restore.aside', { place: setAside }));
    console.log(say('commands:restore.next'));
  } catch (error) {
    stopWith(error);
  }
};

const target = (named: string | undefined): string => {
  if (named !== undefined) return isUrl(named) ? named : resolve(named);
  const { databaseUrl, dataDir } = readConfig(process.env);
  return databaseUrl ?? dataDir;
};

if (values.from === undefined) stop(usage());
else await restore(resolve(values.from));
