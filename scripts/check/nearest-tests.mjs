/** The changed files, and the test files nearest to them by imports, as many as fit into some seconds. */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, posix } from 'node:path';
import { fileURLToPath } from 'node:url';

const top = fileURLToPath(new URL('../..', import.meta.url))
  .replaceAll('\\', '/')
  .replace(/\/$/, '');
const ROOTS = ['server', 'client', 'scripts', 'tests'];
const TEST = /^tests\/(?!browser\/).*\.test\.tsx?$/;
/** Seconds for a test file that was never timed: most take less, the slowest of the whole run more. */
const UNTIMED_S = 1.5;
const UNTIMED_DEAR_S = 30;
const DEAR = readFileSync(`${top}/tests/support/dear-first.ts`, 'utf8');
const untimed = (file) =>
  DEAR.includes(`'${file.slice('tests/'.length, -'.test.ts'.length)}'`) ? UNTIMED_DEAR_S : UNTIMED_S;

const git = (...args) =>
  execFileSync('git', ['-c', 'core.quotePath=false', ...args], { cwd: top, encoding: 'utf8' })
    .split('\n')
    .filter((line) => line !== '');

/** Paths that differ from that commit, stored or not, with those git doesn't know yet. */
export const changedSince = (commit) => [
  ...new Set([...git('diff', '--name-only', commit), ...git('ls-files', '--others', '--exclude-standard')]),
];

const files = () => {
  return ROOTS.flatMap((root) =>
    readdirSync(`${top}/${root}`, { recursive: true })
      .map((file) => `${root}/${String(file).replaceAll('\\', '/')}`)
      .filter((file) => /\.(?:ts|tsx|mjs)$/.test(file)),
  );
};

/** A path of this repository, or null for a package. */
const pathOf = (from, file) => {
  if (/^#(?:server|client|scripts|tests|messages)\//.test(from)) return from.slice(1);
  if (from.startsWith('#')) return `server/${from.slice(1)}`;
  return from.startsWith('.') ? posix.join(dirname(file), from) : null;
};

/** By path the files that import it. */
const importers = () => {
  const found = new Map();
  for (const file of files()) {
    const text = readFileSync(`${top}/${file}`, 'utf8');
    for (const [, from] of text.matchAll(/\b(?:from|import|import\()\s*['"]([^'"]+)['"]/g)) {
      const path = pathOf(from, file);
      if (path !== null) found.set(path, [...(found.get(path) ?? []), file]);
    }
  }
  return found;
};

/** Tests for changed files that no program imports: cases with the library they are in, and messages. */
const BESIDES = [
  { changed: 'scenarios/', tests: /^tests\/(?:scenarios|library)\// },
  { changed: 'messages/', tests: /^tests\/(?:i18n\/|labels\.|client\/app\/locales\.)/ },
];
const besides = (changed) =>
  BESIDES.filter((one) => changed.some((file) => file.startsWith(one.changed))).flatMap(({ tests }) =>
    files().filter((file) => TEST.test(file) && tests.test(file)),
  );

const nameOf = (file) => posix.basename(file).replace(/(?:\.test)?\.(?:tsx?|mjs|json|yaml)$/, '');

/**
 * Changed test files and those with a changed file's own name, then those the fewest imports away, of the same distance
 * the quickest first, as long as they fit into `budgetS` by what they took last (`seconds`). `left`: those that are also
 * reached, changed ones first.
 */
export const nearestTests = (changed, seconds, budgetS) => {
  const by = importers();
  const far = new Map(changed.map((file) => [file, 0]));
  for (const file of besides(changed)) far.set(file, far.get(file) ?? 1);
  for (const [file, steps] of far)
    for (const importer of by.get(file) ?? []) if (!far.has(importer)) far.set(importer, steps + 1);
  const takes = (file) => seconds[file] ?? untimed(file);
  const own = new Set(changed.map(nameOf));
  const reached = [...far]
    .filter(([file]) => TEST.test(file))
    .map(([file, steps]) => [file, own.has(nameOf(file)) ? 0 : steps])
    .toSorted(([a, one], [b, other]) => one - other || takes(a) - takes(b) || a.localeCompare(b));
  const [chosen, left] = [[], []];
  let sum = 0;
  for (const [file] of reached) {
    const fits = sum + takes(file) <= budgetS;
    if (fits) sum += takes(file);
    (fits ? chosen : left).push(file);
  }
  return { chosen, left };
};
