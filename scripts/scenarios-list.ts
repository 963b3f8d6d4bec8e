/** `npm run -s scenarios:list [-- --json] [--lang zh|en]`: every case of the library, with the hash a drill on it alone would pin. */
import { resolve } from 'node:path';
import { say } from '#i18n/say.ts';
import { readArguments } from './read-arguments.ts';

const { values } = readArguments(() => say('commands:usage.list'), {
  options: { json: { type: 'boolean' }, lang: { type: 'string' } },
});

// Only now: a wrong word is told before the product is loaded.
const { contentFor, loadLibrary } = await import('#library/load.ts');
const { library, diagnostics } = loadLibrary(resolve(import.meta.dirname, '../scenarios'));
const unreadable = diagnostics.filter(({ severity }) => severity === 'error').length;
if (unreadable > 0) console.error(say('commands:list.unreadable', { n: unreadable }));

const listed = [...library.scenarios.values()].flatMap(({ id, type, title, level, shop, customer }) => {
  // A case whose shop or persona is missing can't be played, so there is nothing to pin.
  const platform = library.shops.get(shop)?.platform;
  if (platform === undefined || !library.platforms.has(platform) || !library.personas.has(customer.persona)) return [];
  return [{ id, type, title, level, shop, hash: contentFor(library, [id]).hash }];
});

/** Columns padded to their widest cell; the title comes last, because Chinese has no fixed width in every terminal. */
const printTable = (rows: readonly (readonly string[])[]): void => {
  const widths = rows.reduce<number[]>(
    (all, row) => row.map((cell, column) => Math.max(cell.length, all[column] ?? 0)),
    [],
  );
  for (const row of rows)
    console.log(
      row.map((cell, column) => (column === row.length - 1 ? cell : cell.padEnd(widths[column] ?? 0))).join('  '),
    );
};

if (values.json) console.log(JSON.stringify(listed));
else printTable(listed.map(({ id, title, level, shop, hash }) => [id, `L${level}`, shop, hash.slice(0, 8), title]));
