/**
 * `npm run -s scenarios:check [-- FILE…] [--json] [--keys] [--spare] [--lang zh|en]`: checks the library, or these files against it, and plays
 * every testplan. Lines `file:line:col CODE message`; exit 1 on an error. `--keys` shows what every point listens for,
 * `--spare` which wordings add nothing.
 */
import { existsSync, realpathSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { say } from '#i18n/say.ts';
import { readArguments } from './read-arguments.ts';

const { values, positionals } = readArguments(() => say('commands:usage.check'), {
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    keys: { type: 'boolean', default: false },
    spare: { type: 'boolean', default: false },
    lang: { type: 'string' },
  },
});
// Only now: a wrong word is told before the product is loaded.
const [
  { exemplarsIn, withExemplars },
  { toScenario },
  { listNames, yamlFiles },
  { toTestplan },
  { checkFiles },
  { spareShown, spareWordings },
  { wordingsShown },
] = await Promise.all([
  import('#library/reading/exemplars.ts'),
  import('#library/reading/normalise.ts'),
  import('#library/reading/read-file.ts'),
  import('#library/schema/testplan.ts'),
  import('#scripts/check/check-files.ts'),
  import('#scripts/check/spare-wordings.ts'),
  import('#scripts/check/wordings-shown.ts'),
]);
const { json } = values;
const showKeys = values.keys && !json;
const ROOT = resolve(import.meta.dirname, '../scenarios');

/** A folder stands for every YAML file under it; a file that doesn't exist stays in the list, and the reader reports it. */
const filesAt = (argument: string): string[] => {
  const path = existsSync(argument) ? realpathSync(argument) : resolve(argument);
  if (!existsSync(path) || !statSync(path).isDirectory()) return [path];
  return [...yamlFiles(path), ...listNames(path, 'folder').flatMap((name) => filesAt(join(path, name)))];
};

const { diagnostics, cases, library } = checkFiles(ROOT, positionals.flatMap(filesAt));
if (showKeys)
  for (const { scenario, testplan } of cases) {
    if (!scenario.value) continue;
    const plan = testplan?.value ? toTestplan(testplan.value) : undefined;
    const exemplars = exemplarsIn(withExemplars(toScenario(scenario.value), plan));
    for (const line of wordingsShown(scenario.value, exemplars)) console.log(line);
  }
if (values.spare && !json)
  for (const { scenario } of cases)
    if (scenario.value && library.scenarios.has(scenario.value.id))
      for (const line of spareShown(scenario.value.id, spareWordings(library, scenario.value.id))) console.log(line);
const shown = diagnostics.map((each) => ({ ...each, file: relative(process.cwd(), each.file) || each.file }));
const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
if (json) console.log(JSON.stringify(shown));
else {
  for (const { file, line, column, code, message } of shown)
    console.log(`${file}:${line}:${column} ${code} ${message}`);
  const warnings = diagnostics.length - errors;
  console.error(say('commands:check.summary', { cases: cases.length, errors, warnings }));
}
process.exitCode = errors > 0 ? 1 : 0;
