import { expect, test } from 'vitest';
import { countedMark, examMark, weighted } from '#classroom/exam-parts/weighing.ts';
import type { ExamPlan } from '#contract/plans/exam.ts';
import { randomAt } from '#engine/model/random.ts';

const plan: ExamPlan = { pass: 60, excellent: 85, each: false, counts: 'best', parts: [] };
const part = (kind: 'paper' | 'typing' | 'customers', weight: number, first: number | null, again: number[] = []) => ({
  ...{ kind, weight, first, again },
});

test('the whole is Σ weight × mark ÷ 100 to a tenth, halves up, in whole numbers [O4]', () => {
  // 35 × 69.9 + 65 × 70 is 6996.5 hundredths: 69.965.
  expect(
    weighted([
      { weight: 35, mark: 69.9 },
      { weight: 65, mark: 70 },
    ]),
  ).toBe(70);
  // 69.95 exactly, which a binary fraction would have a little less.
  expect(
    weighted([
      { weight: 50, mark: 69.9 },
      { weight: 50, mark: 70 },
    ]),
  ).toBe(70);
  expect(
    weighted([
      { weight: 50, mark: 69.8 },
      { weight: 50, mark: 70 },
    ]),
  ).toBe(69.9);
});

test('for any weights and marks the whole lies between the marks and is what hand reckoning gives [O4]', () => {
  for (let nth = 0; nth < 2000; nth += 1) {
    const draw = (of: string, most: number) => Math.floor(randomAt(nth, 'weighing', of, 0, 'test') * (most + 1));
    const [first, second] = [1 + draw('w1', 97), 0];
    const rest = 100 - first;
    const w2 = 1 + (second + draw('w2', rest - 2));
    const weights = [first, w2, rest - w2];
    const tenths = weights.map((_, place) => draw(`m${place}`, 1000));
    const whole = weighted(weights.map((weight, place) => ({ weight, mark: (tenths[place] ?? 0) / 10 })));
    const sum = weights.reduce((total, weight, place) => total + weight * (tenths[place] ?? 0), 0);
    expect(whole * 10).toBeCloseTo(Math.floor((sum + 50) / 100), 6);
    expect(whole).toBeGreaterThanOrEqual(Math.min(...tenths) / 10 - 0.05);
    expect(whole).toBeLessThanOrEqual(Math.max(...tenths) / 10 + 0.05);
    const better = weighted(
      weights.map((weight, place) => ({ weight, mark: Math.min(1000, (tenths[place] ?? 0) + 7) / 10 })),
    );
    expect(better).toBeGreaterThanOrEqual(whole);
  }
});

test('best or last counts where a part was sat again, and what wasn’t sat again leaves the mark before it [O7]', () => {
  expect(countedMark('best', 50, [40, 70, 65])).toBe(70);
  expect(countedMark('last', 50, [40, 70, 65])).toBe(65);
  expect(countedMark('last', 50, [40, null])).toBe(40);
  expect(countedMark('best', null, [])).toBe(0);
});

test('passed by the whole, and by each part where the exam asks for that [O4]', () => {
  const sat = [part('paper', 50, 90), part('typing', 50, 50)];
  expect(examMark(plan, sat)).toMatchObject({ whole: 70, grade: 'pass', failed: ['typing'] });
  expect(examMark({ ...plan, each: true }, sat)).toMatchObject({ grade: 'fail', failed: ['typing'] });
  expect(examMark({ ...plan, each: true }, [part('paper', 50, 90), part('typing', 50, 50, [80])])).toMatchObject({
    ...{ whole: 85, grade: 'excellent', failed: [] },
  });
});
