/**
 * `npm run check`: tells in half a minute whether the changes hold: types, lint, the rules of the code's shape, and
 * the tests nearest to the change. It compares with the point where this branch began, or with the commit named: `npm
 * run check -- HEAD~3`. It names the tests that don't fit; `npm test` runs them. The exit code is 1 on any failure.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { changedSince, nearestTests } from './check/nearest-tests.mjs';
import { checkNode, explain, installDependencies, run, top, typesArguments } from './set-up.mjs';
import { cache, knownSeconds } from './slow-files.mjs';

const SHAPE = ['tests/architecture.test.ts', 'tests/rooms.test.ts', 'tests/rules.test.ts'];
/**
 * Seconds of tests, by their last run. Loading their imports comes on top: with types and lint a minute or a little
 * more on two cores.
 */
const BUDGET_S = 15;
const bin = (...path) => join(top, 'node_modules', ...path);
const steps = [];

const step = async (name, script, args) => {
  console.log(`\n— ${name}`);
  const from = performance.now();
  const code = await run(process.execPath, [script, ...args]);
  steps.push({ name, code, took: (performance.now() - from) / 1000 });
};
const vitest = (name, files) =>
  step(name, bin('vitest', 'vitest.mjs'), ['run', '--reporter=dot', ...PROJECTS, ...files]);
const PROJECTS = ['unit-plays', 'unit', 'unit-processes', 'unit-sources', 'client', 'client-alone'].flatMap(
  (project) => ['--project', project],
);

/** The commit asked for, else the one at which this branch left its upstream, else the last commit. */
const base = () => {
  const [asked] = process.argv.slice(2);
  if (asked !== undefined) return asked;
  for (const branch of ['@{upstream}', 'origin/HEAD', 'origin/main']) {
    try {
      return execFileSync('git', ['merge-base', 'HEAD', branch], { cwd: top, encoding: 'utf8', stdio: 'pipe' }).trim();
    } catch {
      // No such branch here.
    }
  }
  return 'HEAD';
};

try {
  checkNode();
  await installDependencies();
  const from = base();
  const changed = changedSince(from);
  console.log(`${changed.length} files differ from ${from.slice(0, 12)}`);
  mkdirSync(cache, { recursive: true });
  const info = join(cache, 'check.tsbuildinfo');
  await step('types', bin('typescript', 'bin', 'tsc'), [...typesArguments, '--incremental', '--tsBuildInfoFile', info]);
  await step('lint', bin('@biomejs', 'biome', 'bin', 'biome'), ['ci', '.']);
  await vitest('shape', SHAPE);
  const { chosen, left } = nearestTests(
    changed.filter((file) => existsSync(join(top, file))),
    knownSeconds(),
    BUDGET_S,
  );
  const near = chosen.filter((file) => !SHAPE.includes(file));
  if (near.length > 0) await vitest(`${near.length} test files nearest to the change`, near);
  if (left.length > 0) console.log(`\nNot run, ${left.length} test files (npm test runs them): ${left.join(' ')}`);
} catch (error) {
  explain(error);
  steps.push({ name: 'check', code: 1, took: 0 });
}
const all = steps.reduce((sum, { took }) => sum + took, 0);
console.log('');
for (const { name, code, took } of steps)
  console.log(`${code === 0 ? '✓' : '✗'} ${took.toFixed(1).padStart(6)} s  ${name}`);
const failed = steps.filter(({ code }) => code !== 0).map(({ name }) => name);
console.log(
  `  ${all.toFixed(1).padStart(6)} s  ${failed.length === 0 ? 'all steps passed' : `failed: ${failed.join(', ')}`}`,
);
process.exitCode = failed.length === 0 ? 0 : 1;
