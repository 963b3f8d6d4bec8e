/** `npm run -s scenarios:new -- TYPE/NAME [--shop S] [--level 1–5] [--persona P] [--to FOLDER] [--lang zh|en]`: a small case that plays, to be rewritten. */
import { relative, resolve } from 'node:path';
import { say } from '#i18n/say.ts';
import type { writeCase } from '#scripts/new-case/write-case.ts';
import { readArguments } from './read-arguments.ts';

const ROOT = resolve(import.meta.dirname, '..');
const LIBRARY = resolve(ROOT, 'scenarios');
const usage = (): string => say('commands:usage.new');

const run = async (): Promise<number> => {
  const asked = read();
  if (asked === null) return refuse(usage());
  // Only now: a wrong word is told before the product is loaded.
  const [{ loadLibrary }, { checkFiles }, { writeCase }] = await Promise.all([
    import('#library/load.ts'),
    import('#scripts/check/check-files.ts'),
    import('#scripts/new-case/write-case.ts'),
  ]);
  const { library } = loadLibrary(LIBRARY);
  const made = writeCase(library, { ...asked, schemas: resolve(ROOT, 'docs/schema') });
  if ('refused' in made) return refuse(made.refused);

  const shown = (file: string): string => (relative(process.cwd(), file) || file).replaceAll('\\', '/');
  const [file = ''] = made.files;
  const { diagnostics } = checkFiles(LIBRARY, [file]);
  for (const each of made.files) console.log(say('commands:new.written', { file: shown(each) }));
  console.log(say('commands:new.rewrite'));
  for (const { file: at, line, column, code, message } of diagnostics)
    console.log(`  ${shown(at)}:${line}:${column} ${code} ${message}`);
  console.log(say('commands:new.next', { file: shown(file) }));
  return 0;
};

const read = (): Omit<Parameters<typeof writeCase>[1], 'schemas'> | null => {
  const { values, positionals } = readArguments(usage, {
    allowPositionals: true,
    options: {
      shop: { type: 'string' },
      level: { type: 'string' },
      persona: { type: 'string' },
      to: { type: 'string' },
      lang: { type: 'string' },
    },
  });
  const [id, more] = positionals;
  if (id === undefined || more !== undefined) return null;
  const { shop, level, persona, to } = values;
  return { id, shop, level, persona, to: to === undefined ? resolve(LIBRARY, 'cases') : resolve(to) };
};

const refuse = (message: string): number => {
  console.error(message);
  return 2;
};

process.exitCode = await run();
