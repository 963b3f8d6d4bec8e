/** `npm run -s scenarios:coverage`: writes docs/coverage.md from the cases; `--check` writes nothing, exits 1 when it is stale. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { readArguments } from './read-arguments.ts';

const { values } = readArguments('用法：npm run -s scenarios:coverage [-- --check]', {
  options: { check: { type: 'boolean' } },
});
// Only now: a wrong word is told before the product is loaded.
const [{ loadLibrary }, { coverageOf }, { coveragePage }, { missingFrom }] = await Promise.all([
  import('#library/load.ts'),
  import('#scripts/case-coverage/count.ts'),
  import('#scripts/case-coverage/page.ts'),
  import('#scripts/case-coverage/promises.ts'),
]);
const ROOT = resolve(import.meta.dirname, '..');
const PAGE = resolve(ROOT, 'docs/coverage.md');

const coverage = coverageOf(loadLibrary(resolve(ROOT, 'scenarios')).library);
const page = coveragePage(coverage);

if (values.check) {
  const written = existsSync(PAGE) ? readFileSync(PAGE, 'utf8').replaceAll('\r\n', '\n') : '';
  if (written !== page) {
    console.error('docs/coverage.md 与案例不一致：npm run -s scenarios:coverage');
    process.exitCode = 1;
  }
} else {
  writeFileSync(PAGE, page);
  console.log(`docs/coverage.md：${coverage.cases.length} 个案例，还缺 ${missingFrom(coverage).length} 样`);
}
