/**
 * `npm run accuracy`: judges every labelled line and writes docs/accuracy.json and docs/accuracy.md.
 * `--json` prints the figures and writes nothing; `--check` compares with what is published and exits 1 when a figure
 * fell by more than its noise or the files are stale; `--lines FOLDER` takes other lines than tests/language/lines.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Accuracy } from '#scripts/accuracy/figures.ts';
import { readArguments } from './read-arguments.ts';

const USAGE = 'usage: npm run -s accuracy [-- --check] [--json] [--lines FOLDER]';
const FIGURES = 'docs/accuracy.json';
const PAGE = 'docs/accuracy.md';

const published = (): Accuracy | null =>
  existsSync(FIGURES) ? (JSON.parse(readFileSync(FIGURES, 'utf8')) as Accuracy) : null;

const check = (): number => {
  if (before === null) {
    console.error(`${FIGURES} is missing: npm run accuracy`);
    return 1;
  }
  const faults = [
    ...regressions(before, now),
    ...stale(before, existsSync(PAGE) ? readFileSync(PAGE, 'utf8').replaceAll('\r\n', '\n') : '', now).map(
      (reason) => `${reason}: npm run accuracy`,
    ),
  ];
  if (values.json) process.stdout.write(`${JSON.stringify({ ok: faults.length === 0, faults })}\n`);
  else for (const fault of faults) console.error(fault);
  if (faults.length === 0 && !values.json) console.log('no figure fell by more than its noise');
  return faults.length === 0 ? 0 : 1;
};

const { values } = readArguments(USAGE, {
  options: { json: { type: 'boolean' }, check: { type: 'boolean' }, lines: { type: 'string' } },
});
// Only now: a wrong word is told before the product is loaded.
const [{ loadLibrary }, { regressions, stale }, { EXAMPLES_FOLDER }, { accuracyOf, dated, printed }, { accuracyPage }] =
  await Promise.all([
    import('#library/load.ts'),
    import('#scripts/accuracy/check.ts'),
    import('#scripts/accuracy/examples.ts'),
    import('#scripts/accuracy/figures.ts'),
    import('#scripts/accuracy/page.ts'),
  ]);
const before = published();
const now = dated(
  accuracyOf(values.lines ?? EXAMPLES_FOLDER, new Date().toISOString().slice(0, 10), loadLibrary('scenarios').library),
  before,
);

if (values.check) process.exitCode = check();
else if (values.json) process.stdout.write(`${JSON.stringify(now)}\n`);
else {
  writeFileSync(FIGURES, `${printed(now)}\n`);
  writeFileSync(PAGE, accuracyPage(now));
  console.log(`${FIGURES}, ${PAGE}: ${now.lines.blind} blind lines, ${now.lines.tuned} tuned`);
}
