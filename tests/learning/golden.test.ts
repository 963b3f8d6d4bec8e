/**
 * Ten drills played from kept replies and the reports their trainees read, as pages. After a change that is meant,
 * `npx vitest run tests/learning/golden.test.ts -u` writes them anew, and `rubric.txt`
 * beside them, the rubric's figures of that day; read the difference as a trainee would.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { reportSchema } from '#contract/report.ts';
import { pageOf, playGolden, readGolden } from '#tests/learning/support/golden.ts';
import { figuresText, movedFigures } from '#tests/support/rubric-figures.ts';

const FOLDER = resolve(import.meta.dirname, '../fixtures/golden');
const NAMES = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => file.replace('.yaml', ''));

const FIGURES = join(FOLDER, 'rubric.txt');
const written = existsSync(FIGURES) ? readFileSync(FIGURES, 'utf8') : '';

it('the golden reports were written with the figures stored beside them', async () => {
  await expect(figuresText(), movedFigures(written)).toMatchFileSnapshot(FIGURES);
});

it('there are ten golden reports', () => {
  expect(NAMES).toHaveLength(10);
});

describe.each(NAMES)('%s', (name) => {
  const golden = readGolden(join(FOLDER, `${name}.yaml`));
  const { report } = playGolden(golden);

  it('reads as it did at the last review', async () => {
    await expect(pageOf(golden.about, report), movedFigures(written)).toMatchFileSnapshot(join(FOLDER, `${name}.txt`));
  });

  it('keeps to the contract, and its quotes stand in the conversation', () => {
    expect(reportSchema.safeParse(report).error).toBeUndefined();
    for (const f of report.findings) {
      const words = report.transcript.find((t) => t.id === f.quoteAt?.message)?.text;
      if (f.quoteAt) expect(words?.slice(f.quoteAt.start, f.quoteAt.end)).toBe(f.quote);
    }
  });
});
