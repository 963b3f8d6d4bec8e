import { describe, expect, test } from 'vitest';
import type { Level } from '#contract/practice/inspections.ts';
import { agreementOf, joinedMarks, kappaOf, type Marks } from '#drills/inspections/agreement.ts';

const LEVELS: readonly Level[] = ['full', 'part', 'none', 'na'];
const ROWS = ['response', 'expression', 'solving', 'operation', 'manner', 'sales', 'red-line'];

/** A marking drawn from a seed: any level in each row, some of ten faults. */
const drawn = (seed: number): Marks => {
  let state = seed * 2654435761;
  const next = (below: number): number => {
    state = (Math.imul(state ^ (state >>> 15), 2246822519) + 374761393) >>> 0;
    return state % below;
  };
  return {
    lines: new Map(ROWS.map((row) => [row, LEVELS[next(4)] ?? 'na'])),
    faults: new Set(Array.from({ length: 10 }, (_, n) => `fault-${n}`).filter(() => next(3) === 0)),
  };
};
const pairs = Array.from({ length: 60 }, (_, seed) => [drawn(seed), drawn(seed + 1000)] as const);
const shuffled = ({ lines, faults }: Marks): Marks => ({
  lines: new Map([...lines].reverse()),
  faults: new Set([...faults].reverse()),
});

describe('agreement', () => {
  test('equal marks have kappa 1, no difference and no fault that one alone saw, also where all levels are one [I3]', () => {
    const allFull: Marks = { lines: new Map(ROWS.map((row) => [row, 'full'])), faults: new Set() };
    for (const marks of [allFull, ...pairs.map(([first]) => first)]) {
      const same = agreementOf(marks, shuffled(marks));
      expect(same).toMatchObject({ lines: 7, agreed: 7, kappa: 1, onlyFirst: 0, onlySecond: 0 });
      expect(same.difference ?? 0).toBe(0);
    }
  });

  test('who marks first changes nothing but whose faults are whose [I3]', () => {
    for (const [first, second] of pairs) {
      const { onlyFirst, onlySecond, ...there } = agreementOf(first, second);
      const { onlyFirst: backFirst, onlySecond: backSecond, ...back } = agreementOf(second, first);
      expect(back).toEqual(there);
      expect([backSecond, backFirst]).toEqual([onlyFirst, onlySecond]);
    }
  });

  test('the order of lines, faults and transcripts changes nothing [I3]', () => {
    for (const [first, second] of pairs)
      expect(agreementOf(shuffled(first), second)).toEqual(agreementOf(first, second));
    const several = pairs.slice(0, 5).map(([first, second], n) => ({ id: `t${n}`, first, second }));
    const over = (list: typeof several) =>
      agreementOf(
        joinedMarks(list.map(({ id, first }) => ({ id, marks: first }))),
        joinedMarks(list.map(({ id, second }) => ({ id, marks: second }))),
      );
    expect(over(several.toReversed())).toEqual(over(several));
    expect(over(several).lines).toBe(35);
  });

  test('kappa is the textbook’s: 20 and 15 of 50 agreed, by chance half, is 0.4 [I3]', () => {
    const times = (n: number, a: Level, b: Level) => Array.from({ length: n }, () => [a, b] as const);
    const table = [
      ...times(20, 'full', 'full'),
      ...times(5, 'full', 'none'),
      ...times(10, 'none', 'full'),
      ...times(15, 'none', 'none'),
    ];
    expect(kappaOf(table)).toBe(0.4);
    expect(kappaOf([])).toBeNull();
    expect(
      kappaOf([
        ['full', 'none'],
        ['none', 'full'],
      ]),
    ).toBe(-1);
    // One always says 达到, the other seldom doesn't: all of it is chance.
    expect(kappaOf([...times(9, 'full', 'full'), ...times(1, 'full', 'none')])).toBe(0);
  });

  test('only dimensions with marks from both have a difference; what one found not applicable and the red line have none [I3]', () => {
    const marks = (levels: readonly Level[]): Marks => ({
      lines: new Map(ROWS.map((row, index) => [row, levels[index] ?? 'full'])),
      faults: new Set(['a', 'b']),
    });
    const own = marks(['full', 'part', 'none', 'na', 'full', 'full', 'none']);
    const other = {
      ...marks(['part', 'part', 'full', 'full', 'na', 'full', 'full']),
      faults: new Set(['b', 'c', 'd']),
    };
    expect(agreementOf(own, other)).toEqual({
      ...{
        lines: 7,
        agreed: 2,
        kappa: kappaOf([...own.lines].map(([row, level]) => [level, other.lines.get(row) ?? 'na'])),
      },
      ...{ difference: 37.5, compared: 4, both: 1, onlyFirst: 1, onlySecond: 2 },
    });
  });
});
