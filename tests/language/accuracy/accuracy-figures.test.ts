import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { judge } from '#language/judge.ts';
import type { Judgement } from '#language/judgement.ts';
import type { PointVerdict } from '#language/terms/verdicts.ts';
import { type LabelledExample, readExamples } from '#scripts/accuracy/examples.ts';
import { falseAlarms } from '#scripts/accuracy/false-alarms.ts';
import type { Judged } from '#scripts/accuracy/judged.ts';
import { actFigures, redLineFigures, sureRedLines } from '#scripts/accuracy/listed-figures.ts';
import { answerFigures, sureTone, toneFigures } from '#scripts/accuracy/one-of-figures.ts';
import { calibration, pointFigures } from '#scripts/accuracy/points-figures.ts';
import {
  detectionCounts,
  emptyTally,
  noiseOfF1,
  noiseOfShare,
  proportionOf,
  tally,
  wilson,
} from '#scripts/accuracy/statistics.ts';

describe('the arithmetic', () => {
  test('precision, recall and F1', () => {
    const counts = emptyTally();
    tally(counts, ['a', 'b'], ['b', 'c', 'c']);
    tally(counts, ['a'], ['a']);
    tally(counts, [], []);
    expect(counts).toEqual({ right: 2, extra: 1, missed: 1 });
    expect(detectionCounts(counts)).toMatchObject({ precision: 0.667, recall: 0.667, f1: 0.667 });
    expect(detectionCounts({ right: 8, extra: 2, missed: 8 })).toMatchObject({
      precision: 0.8,
      recall: 0.5,
      f1: 0.615,
    });
    expect(detectionCounts({ right: 0, extra: 0, missed: 3 })).toMatchObject({ precision: null, recall: 0, f1: 0 });
    expect(detectionCounts(emptyTally())).toMatchObject({
      precision: null,
      recall: null,
      f1: null,
      low: null,
      high: null,
    });
  });
  test('Wilson, against published values', () => {
    // Newcombe 1998, table I: 81 of 263, 15 of 148, 0 of 20, 1 of 29.
    const to4 = ([low, high]: [number, number]) => [low.toFixed(4), high.toFixed(4)];
    expect(to4(wilson(81, 263))).toEqual(['0.2553', '0.3662']);
    expect(to4(wilson(15, 148))).toEqual(['0.0624', '0.1605']);
    expect(to4(wilson(0, 20))).toEqual(['0.0000', '0.1611']);
    expect(to4(wilson(1, 29))).toEqual(['0.0061', '0.1718']);
    expect(wilson(20, 20)[1]).toBe(1);
    expect(proportionOf(0, 0)).toEqual({ right: 0, of: 0, share: null, low: null, high: null });
  });
  test("F1's interval holds the value and narrows with more lines", () => {
    const few = detectionCounts({ right: 8, extra: 1, missed: 1 });
    const many = detectionCounts({ right: 800, extra: 100, missed: 100 });
    expect(few.f1).toBe(many.f1);
    for (const { low, f1, high } of [few, many]) {
      expect(low).toBeLessThan(f1 ?? 0);
      expect(high).toBeGreaterThan(f1 ?? 1);
    }
    expect((few.high ?? 0) - (few.low ?? 0)).toBeGreaterThan(3 * ((many.high ?? 0) - (many.low ?? 0)));
  });
  test('noise is one standard error, and never less than one line', () => {
    expect(noiseOfShare(50, 100)).toBeCloseTo(0.05);
    expect(noiseOfShare(100, 100)).toBeCloseTo(0.01);
    // 2s / (1 + s) at s = 0.5 has the slope 2 / 1.5².
    expect(noiseOfF1({ right: 50, extra: 25, missed: 25 })).toBeCloseTo(0.05 * (2 / 2.25));
  });
});

const NOTHING: Judgement = { ...judge({ reply: '' }), answer: 'answered', tone: 'neutral', toneConfidence: 1 };
const SAID = { id: '', customer: undefined, reply: '', hard: false };
type Labelled<L> = L extends LabelledExample ? Omit<L, keyof typeof SAID> : never;
const one = (line: Labelled<LabelledExample>, told: Partial<Judgement>): Judged => ({
  line: { ...SAID, ...line } as LabelledExample,
  judgement: { ...NOTHING, ...told },
});
const hit = (code: Judgement['redLines'][number]['code'], confidence: 'high' | 'low') => ({
  code,
  confidence,
  chance: 0.9,
  start: 0,
  end: 0,
  rule: '',
});
const verdict = (id: string, state: PointVerdict['state'], confidence = 0.9): PointVerdict => ({
  id,
  state,
  confidence,
  start: 0,
  end: 0,
  rule: '',
});

describe('figures of a task', () => {
  test('of points count every pair, and leave out a point that isn’t recognised instead of counting it as missed', () => {
    const points = [
      { id: 'a', says: 'a' },
      { id: 'b', says: 'b' },
    ];
    const all = [
      one(
        { task: 'points', points, expect: { covered: ['a'], wrong: ['b'] } },
        { points: [verdict('a', 'covered', 0.95), verdict('b', 'not-recognised')] },
      ),
      one(
        { task: 'points', points, expect: { covered: ['a'], wrong: [] } },
        { points: [verdict('a', 'not-addressed'), verdict('b', 'wrong', 0.5)] },
      ),
    ];
    const figures = pointFigures(all);
    expect(figures).toMatchObject({ lines: 2, pairs: 4 });
    expect(figures.covered).toMatchObject({ right: 1, extra: 0, missed: 1 });
    expect(figures.wrong).toMatchObject({ right: 0, extra: 1, missed: 1 });
    expect(figures.states).toEqual([
      [1, 0, 0, 1],
      [0, 0, 1, 0],
      [0, 1, 0, 0],
    ]);
    expect(figures.told).toMatchObject({ right: 1, of: 2 });
    expect(figures.leftOpen).toMatchObject({ right: 1, of: 2 });
    expect(figures.missedLeftOpen).toMatchObject({ right: 1, of: 2 });
    expect(falseAlarms(all).wrong).toMatchObject({ right: 1, of: 3 });
    expect(calibration(all).map(({ right, meanConfidence }) => [right.right, right.of, meanConfidence])).toEqual([
      [0, 1, 0.5],
      [0, 0, null],
      [0, 0, null],
      [1, 1, 0.95],
    ]);
  });

  test('of tone count exact ones, good against bad, and sure ones apart', () => {
    const all = [
      one({ task: 'tone', expect: 'warm' }, { tone: 'warm' }),
      one({ task: 'tone', expect: 'warm' }, { tone: 'cold', toneConfidence: 0.3 }),
      one({ task: 'tone', expect: 'cold' }, { tone: 'hostile' }),
      one({ task: 'tone', expect: 'hostile' }, { tone: 'hostile', toneConfidence: 0.5 }),
    ];
    const figures = toneFigures(all);
    expect(figures.exact).toMatchObject({ right: 2, of: 4 });
    expect(figures.bad).toMatchObject({ right: 2, extra: 1, missed: 0 });
    expect(figures.classes.hostile).toMatchObject({ right: 1, extra: 1, missed: 0 });
    expect(figures.confusion[0]).toEqual([1, 0, 1, 0, 0]);
    const sure = sureTone(all);
    expect([sure.sure.right, sure.exact.right, sure.bad.right, sure.bad.of]).toEqual([2, 1, 1, 1]);
    expect(sure.caught).toMatchObject({ right: 1, of: 2 });
    expect(falseAlarms(all).tone).toMatchObject({ right: 1, of: 2 });
    expect(falseAlarms(all).toneSure).toMatchObject({ right: 0, of: 2 });
  });

  test('of answers take vague and evaded as bad', () => {
    const all = [
      one({ task: 'evasion', expect: 'answered' }, { answer: 'vague' }),
      one({ task: 'evasion', expect: 'partial' }, { answer: 'answered' }),
      one({ task: 'evasion', expect: 'evaded' }, { answer: 'vague' }),
    ];
    expect(answerFigures(all).bad).toMatchObject({ right: 1, extra: 1, missed: 0 });
    expect(falseAlarms(all).answer).toMatchObject({ right: 1, of: 1 });
  });

  test('of red lines take a threat and an obstructed complaint as one, and only high confidence as sure', () => {
    const all = [
      one(
        { task: 'redline', expect: ['block-complaint', 'threat'] },
        { redLines: [hit('threat', 'low'), hit('block-complaint', 'high')] },
      ),
      one({ task: 'redline', expect: [] }, { redLines: [hit('offsite', 'low')] }),
      one({ task: 'redline', expect: ['insult'] }, {}),
    ];
    expect(redLineFigures(all).all).toMatchObject({ right: 1, extra: 1, missed: 1 });
    const sure = sureRedLines(all);
    expect(sure.right).toMatchObject({ right: 1, of: 1 });
    expect(sure.possible).toMatchObject({ right: 0, of: 1 });
    expect(sure.caught).toMatchObject({ right: 1, of: 2 });
    expect(falseAlarms(all).redLine).toMatchObject({ right: 1, of: 1 });
    expect(falseAlarms(all).redLineSure).toMatchObject({ right: 0, of: 1 });
  });

  test('of acts count only acts with complete labels, in labels and in verdicts', () => {
    const all = [one({ task: 'act', expect: ['thanks', 'goodbye'] }, { acts: ['goodbye', 'hold'] })];
    expect(actFigures(all).all).toMatchObject({ right: 1, extra: 0, missed: 0 });
  });
});

describe('labelled lines', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'kefu-lines-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));
  const write = (name: string, ...lines: object[]) =>
    writeFileSync(join(folder, name), lines.map((line) => `${JSON.stringify(line)}\n`).join(''));

  test('are split by whether the judge was tuned on them, and words that stand in both parts are left out', () => {
    write('train-tone.jsonl', { id: 't1', task: 'tone', customer: '在吗', reply: '在的，您说', expect: 'neutral' });
    write(
      'blind-tone.jsonl',
      { id: 'b1', task: 'tone', customer: '在吗', reply: '在的 您说。', expect: 'neutral' },
      { id: 'b2', task: 'tone', customer: '在吗', reply: '有事说事', expect: 'cold', hard: true },
    );
    const { blind, tuned, shared, digest } = readExamples(folder);
    expect(blind.map(({ id, hard }) => [id, hard])).toEqual([['b2', true]]);
    expect(tuned.some(({ id }) => id === 't1')).toBe(true);
    expect(shared).toBe(1);
    write('blind-tone.jsonl', { id: 'b2', task: 'tone', reply: '有事说事', expect: 'cold' });
    expect(readExamples(folder).digest).not.toBe(digest);
  });

  test.each([
    [{ id: 'x', task: 'tone', reply: '好', expect: 'rude' }, 'no such label of tone: rude'],
    [{ id: 'x', task: 'act', reply: '好', expect: 'greeting' }, 'act has a list of labels'],
    [{ id: 'x', task: 'mood', reply: '好', expect: 'warm' }, 'unknown task: mood'],
    [{ id: 'x', task: 'points', reply: '好', points: [], expect: { covered: ['a'], wrong: [] } }, 'no such point: a'],
  ])('are refused with file and line: %j', (line, message) => {
    write('blind-tone.jsonl', { id: 'ok', task: 'tone', reply: '好', expect: 'warm' }, line);
    expect(() => readExamples(folder)).toThrow(`blind-tone.jsonl:2: ${message}`);
  });
});
