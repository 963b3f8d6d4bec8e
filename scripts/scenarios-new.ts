/** `npm run -s scenarios:new -- TYPE/NAME [--shop S] [--level 1–5] [--persona P] [--to FOLDER]`: a small case that plays, to be rewritten. */
import { relative, resolve } from 'node:path';
import { loadLibrary } from '#library/load.ts';
import { checkFiles } from '#scripts/check/check-files.ts';
import { writeCase } from '#scripts/new-case/write-case.ts';
import { readArguments } from './read-arguments.ts';

const ROOT = resolve(import.meta.dirname, '..');
const LIBRARY = resolve(ROOT, 'scenarios');
const USAGE = '用法：npm run -s scenarios:new -- 类型/名字 [--shop 店铺] [--level 1] [--persona 人设] [--to 文件夹]';

process.exitCode = run();

function run(): number {
  const asked = read();
  if (asked === null) return refuse(USAGE);
  const { library } = loadLibrary(LIBRARY);
  const made = writeCase(library, { ...asked, schemas: resolve(ROOT, 'docs/schema') });
  if ('refused' in made) return refuse(made.refused);

  const shown = (file: string): string => (relative(process.cwd(), file) || file).replaceAll('\\', '/');
  const [file = ''] = made.files;
  const { diagnostics } = checkFiles(LIBRARY, [file]);
  for (const each of made.files) console.log(`写好了 ${shown(each)}`);
  console.log('现在就能跑，下面这些要换成自己的：');
  for (const { file: at, line, column, code, message } of diagnostics)
    console.log(`  ${shown(at)}:${line}:${column} ${code} ${message}`);
  console.log(`改完检查：npm run -s scenarios:check -- ${shown(file)}`);
  return 0;
}

function read(): Omit<Parameters<typeof writeCase>[1], 'schemas'> | null {
  const { values, positionals } = readArguments(USAGE, {
    allowPositionals: true,
    options: {
      shop: { type: 'string' },
      level: { type: 'string' },
      persona: { type: 'string' },
      to: { type: 'string' },
    },
  });
  const [id, more] = positionals;
  if (id === undefined || more !== undefined) return null;
  const { shop, level, persona, to } = values;
  return { id, shop, level, persona, to: to === undefined ? resolve(LIBRARY, 'cases') : resolve(to) };
}

function refuse(message: string): number {
  console.error(message);
  return 2;
}
