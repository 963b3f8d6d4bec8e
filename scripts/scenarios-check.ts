/**
 * `npm run -s scenarios:check [-- FILE…] [--json] [--keys]`: checks the library, or these files against it, and plays
 * every testplan. Lines `file:line:col CODE message`; exit 1 on an error. `--keys` shows what every point listens for.
 */
import { existsSync, realpathSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { checkLibrary } from '#library/check.ts';
import { type Diagnostic, inReadingOrder } from '#library/diagnostics.ts';
import { type CaseFiles, loadLibrary } from '#library/load.ts';
import { listNames, yamlFiles } from '#library/read-file.ts';
import { keysShown } from './check/keys-shown.ts';
import { runTestplans } from './testplan.ts';

const json = process.argv.includes('--json');
const showKeys = process.argv.includes('--keys') && !json;
const ROOT = resolve(import.meta.dirname, '../scenarios');

/** Everything wrong with the library, or with the given files only; a file from elsewhere is read as a case of the library. */
function check(files: readonly string[]): { diagnostics: Diagnostic[]; cases: number; keys: string[] } {
  const elsewhere = files.filter((file) => relative(ROOT, file).startsWith('..') && !file.endsWith('.testplan.yaml'));
  const { library, diagnostics } = loadLibrary(ROOT, elsewhere);
  const wanted = (file: string) => files.length === 0 || files.includes(file) || files.includes(caseOf(file));
  const isWanted = ({ scenario, testplan }: CaseFiles): boolean =>
    wanted(scenario.file) || (testplan !== null && wanted(testplan.file));
  const found = [...diagnostics, ...checkLibrary(library, isWanted)].filter(({ file }) => wanted(file));
  const cases = library.files.cases.filter(isWanted);
  // A case that doesn't hold together can't be played; its own errors come first.
  const broken = new Set(found.filter(({ severity }) => severity === 'error').map(({ file }) => file));
  const played = cases.flatMap(({ scenario, testplan }) =>
    scenario.value && testplan?.value && !broken.has(scenario.file) && !broken.has(testplan.file)
      ? runTestplans(library, scenario.value.id)
      : [],
  );
  const keys = showKeys ? cases.flatMap(({ scenario }) => (scenario.value ? keysShown(scenario.value) : [])) : [];
  return { diagnostics: inReadingOrder([...found, ...played]), cases: cases.length, keys };
}

/** A testplan is asked for together with its case. */
function caseOf(file: string): string {
  return file.replace(/\.testplan\.yaml$/, '.yaml');
}

/** A folder stands for every YAML file under it; what isn't there is left for the reader to report. */
function filesAt(argument: string): string[] {
  const path = existsSync(argument) ? realpathSync(argument) : resolve(argument);
  if (!existsSync(path) || !statSync(path).isDirectory()) return [path];
  return [...yamlFiles(path), ...listNames(path, 'folder').flatMap((name) => filesAt(join(path, name)))];
}

const files = process.argv
  .slice(2)
  .filter((argument) => !argument.startsWith('--'))
  .flatMap(filesAt);
const { diagnostics, cases, keys } = check(files);
for (const line of keys) console.log(line);
const shown = diagnostics.map((each) => ({ ...each, file: relative(process.cwd(), each.file) || each.file }));
const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
if (json) console.log(JSON.stringify(shown));
else {
  for (const { file, line, column, code, message } of shown)
    console.log(`${file}:${line}:${column} ${code} ${message}`);
  console.error(`${cases} 个案例，${errors} 个错误，${diagnostics.length - errors} 个提醒`);
}
process.exitCode = errors > 0 ? 1 : 0;
