/**
 * `npm run -s storage:move -- --from DIR|postgres://… --to DIR|postgres://… [--lang zh|en]`: copies a database into
 * another, empty one and compares every row. Both servers are stopped first. Exit code 2 and a stable code at the
 * beginning of the line when it can't; nothing is changed then.
 */
import { StartError } from '#common/start-error.ts';
import { language } from '#i18n/language.ts';
import { say } from '#i18n/say.ts';
import { readArguments, stop } from '#scripts/read-arguments.ts';
import { isUrl, placeName } from '#storage/files/place-name.ts';
import { MoveError } from '#storage/move/move-error.ts';
import { moveStorage } from '#storage/move/move-storage.ts';

const usage = (): string => say('commands:usage.move');
const { values } = readArguments(usage, {
  options: { from: { type: 'string' }, to: { type: 'string' }, lang: { type: 'string' } },
});
const { from, to } = values;

const move = async (source: string, target: string): Promise<void> => {
  try {
    const all = await moveStorage(source, target, ({ table, rows }) => {
      if (rows > 0) console.log(say('commands:move.table', { table, rows }));
    });
    const rows = all.reduce((sum, one) => sum + one.rows, 0);
    const changed = all.reduce((sum, one) => sum + one.changed, 0);
    console.log(say('commands:move.done', { rows, from: placeName(source), to: placeName(target) }));
    if (changed > 0) console.log(say('commands:move.changed', { n: changed }));
    console.log(isUrl(target) ? say('commands:move.next-url') : say('commands:move.next-folder', { folder: target }));
  } catch (error) {
    if (error instanceof MoveError) stop(`${error.code}: ${error.message}`);
    if (error instanceof StartError) stop(`${error.code}: ${language() === 'en' ? error.en : error.zh}`);
    throw error;
  }
};

if (from === undefined || to === undefined) stop(usage());
else await move(from, to);
