/**
 * `npm run -s audit -- check [--head NUMBER:HASH] [--lang zh|en]`: works out every hash of the audit trail anew, on
 * DATABASE_URL or the database in DATA_DIR, which no server may hold. `--head`: a row's number and hash as they were
 * noted down elsewhere. Exit code 1 and a stable code at the beginning of the line where a row isn't as it was written,
 * 2 where it can't be read.
 */
import { readConfig } from '#common/config.ts';
import { StartError } from '#common/start-error.ts';
import { language } from '#i18n/language.ts';
import { say } from '#i18n/say.ts';
import { readArguments, stop } from '#scripts/read-arguments.ts';
import { checkChain } from '#storage/audit.ts';
import { openTrail } from './open-trail.ts';

const usage = (): string => say('commands:usage.audit');
const { values, positionals } = readArguments(usage, {
  allowPositionals: true,
  options: { head: { type: 'string' }, lang: { type: 'string' } },
});

const headIn = (text: string): { n: number; hash: string } => {
  const [, n = '', hash = ''] = /^(\d{1,12}):([0-9a-f]{64})$/.exec(text) ?? stop(usage());
  return { n: Number(n), hash };
};

const seen = values.head === undefined ? null : headIn(values.head);
if (positionals.join() !== 'check') stop(usage());

const check = async (): Promise<void> => {
  try {
    const { dataDir, databaseUrl } = readConfig(process.env);
    const trail = await openTrail(dataDir, databaseUrl);
    if (trail === 'none') return console.log(say('data:audit.none'));
    if (trail === 'in-use') return stop(say('data:audit.in-use'));
    if (trail === 'other') return stop(say('data:audit.other'));
    const { rows, brokenAt, head } = await checkChain(trail.audit, seen);
    await trail.close();
    if (brokenAt === null) return console.log(say('data:audit.sound', { n: rows, head }));
    console.error(say('data:audit.broken', { n: brokenAt, before: brokenAt - 1 }));
    process.exitCode = 1;
  } catch (error) {
    if (error instanceof StartError) stop(`${error.code}: ${language() === 'en' ? error.en : error.zh}`);
    throw error;
  }
};

await check();
