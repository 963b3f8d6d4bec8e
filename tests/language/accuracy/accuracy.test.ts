import { existsSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { regressions, stale, watched } from '#scripts/accuracy/check.ts';
import { type ExampleSets, type LabelledExample, readExamples } from '#scripts/accuracy/examples.ts';
import { type Accuracy, keyedFigures, printed, splitFigures } from '#scripts/accuracy/figures.ts';
import { accuracyPage } from '#scripts/accuracy/page.ts';
import { WEAKNESSES } from '#scripts/accuracy/weaknesses.ts';

const docs = new URL('../../../docs/', import.meta.url);
const published = JSON.parse(readFileSync(new URL('accuracy.json', docs), 'utf8')) as Accuracy;
const page = readFileSync(new URL('accuracy.md', docs), 'utf8').replaceAll('\r\n', '\n');

describe('the published accuracy of the judge', () => {
  let lines: ExampleSets;
  beforeAll(() => {
    lines = readExamples();
  });

  // Lines the judge has learnt from tell little and are many: `npm run accuracy -- --check` judges them too.
  test('has no figure that has fallen by more than its noise (npm run accuracy publishes new ones)', () => {
    expect(
      regressions(
        published,
        { blind: splitFigures(lines.blind), tuned: published.tuned, keyed: keyedFigures(lines.keyed) },
        ['blind'],
      ),
    ).toEqual([]);
  });

  test('was counted on these lines, and its page says the same as its figures', () => {
    const { digest } = lines;
    expect(stale(published, page, { lines: { ...published.lines, digest }, weaknesses: WEAKNESSES })).toEqual([]);
  });

  test('is counted on blind lines that stand nowhere among the lines the judge was tuned on', () => {
    expect(lines.shared).toBe(0);
  });

  test('is stored as it is printed, one value to a line', () => {
    const text = readFileSync(new URL('accuracy.json', docs), 'utf8').replaceAll('\r\n', '\n');
    expect(text).toBe(`${printed(published)}\n`);
  });

  test('is linked from the front page in both languages', () => {
    for (const name of ['README.md', 'README.zh-CN.md'])
      expect(readFileSync(new URL(`../${name}`, docs), 'utf8'), name).toContain('(docs/accuracy.md)');
    expect(existsSync(new URL('accuracy.md', docs))).toBe(true);
  });
});

const said = { customer: undefined, hard: false };
const tone = (id: string, reply: string, expected: string, hard = false): LabelledExample => ({
  ...said,
  hard,
  id,
  task: 'tone',
  reply,
  expect: expected,
});

/** A page of figures of a few lines, as if they were published. */
const of = (lines: readonly LabelledExample[]): Accuracy => {
  const figures = splitFigures(lines);
  return {
    date: '2026-01-01',
    lines: { digest: 'd', blind: lines.length, tuned: lines.length, shared: 0 },
    agreement: null,
    blind: figures,
    tuned: figures,
    keyed: keyedFigures(lines),
    holds: published.holds,
    turns: published.turns,
    tails: published.tails,
    weaknesses: [],
  };
};

describe('a figure that falls', () => {
  const RUDE = '你是不是有病，爱买不买，滚';
  const KIND = '亲，给您添麻烦了，真的很抱歉，我马上帮您处理好';
  const many = (n: number, wrong: number) =>
    Array.from({ length: n }, (_, at) => (at < wrong ? tone(`${at}`, RUDE, 'warm') : tone(`${at}`, KIND, 'warm')));

  test('is named with both values and the noise', () => {
    const faults = regressions(of(many(20, 0)), of(many(20, 4)), ['blind']);
    expect(faults).toContain('blind.ordinary.tone.exact: 100.0 → 80.0 %, noise 5.0');
    expect(faults.some((one) => one.startsWith('blind.ordinary.falseAlarms.tone: 0.0 → 20.0 %'))).toBe(true);
  });
  test('is accepted when it falls by no more than its noise', () => {
    expect(regressions(of(many(20, 0)), of(many(20, 1)), ['blind'])).toEqual([]);
  });
  test('is accepted when it rises', () => {
    expect(regressions(of(many(20, 6)), of(many(20, 0)))).toEqual([]);
  });
  test('has a name that no other figure has', () => {
    const names = watched('blind', published.blind).map((one) => one.name);
    expect(new Set(names).size).toBe(names.length);
  });
});

describe('published files that are out of date', () => {
  const figures = of([tone('1', '亲，抱歉', 'warm')]);
  const current = { lines: figures.lines, weaknesses: [] };
  test('are told from files that are up to date', () => {
    expect(stale(figures, accuracyPage(figures), current)).toEqual([]);
    expect(stale(figures, `${accuracyPage(figures)} `, current)).toHaveLength(1);
    expect(stale(figures, accuracyPage(figures), { ...current, weaknesses: WEAKNESSES })).toHaveLength(1);
    const other = { ...current, lines: { ...figures.lines, digest: 'e' } };
    expect(stale(figures, accuracyPage(figures), other)).toHaveLength(1);
  });
  test('say plainly that there are no unseen lines where there are none', () => {
    expect(accuracyPage({ ...figures, blind: splitFigures([]), lines: { ...figures.lines, blind: 0 } })).toContain(
      '还没有盲测的句子',
    );
  });
});
