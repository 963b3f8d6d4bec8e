import { describe, expect, test } from 'vitest';
import { indicatorFacts, indicatorMark } from '#classroom/terms/indicators.ts';
import { DEFAULT_RULES } from '#classroom/terms/rules.ts';
import { computeRow, type ExamFact, type LastEntry, NO_FACTS, type TermFacts } from '#classroom/terms/sheet-row.ts';
import { type SheetRules, sheetRulesSchema } from '#contract/terms/sheet.ts';

const DRILL = {
  firstResponseS: 24,
  meanResponseS: 50,
  answerRate: 100,
  score: 72.5,
  served: 3,
  trade: null,
  inspected: null,
};
const sat = (mark: number): ExamFact => ({ name: '考试', day: '2026-11-20', state: 'marked', mark });
const held = (there: boolean) => ({ name: '第一节', day: '2026-11-20', there, lateMs: 0 });
const facts = (over: Partial<TermFacts>): TermFacts => ({ ...NO_FACTS, ...over });
const entries = (values: Record<string, number | null>, outOf = 10) =>
  new Map(Object.entries(values).map(([item, value]): [string, LastEntry] => [item, { value, outOf }]));
const typed = entries({ discipline: 9, learning: 8.5, teamwork: 7, mentor: 8 });
const full = facts({
  exams: [sat(81), sat(90)],
  attended: [held(true), held(true), held(false)],
  drills: [DRILL, { ...DRILL, firstResponseS: 40, meanResponseS: 30, score: 90 }],
  planned: 8,
});
const valueOfItem = (row: ReturnType<typeof computeRow>, item: string) => row.cells.find((cell) => cell.item === item);

describe('成绩评定表', () => {
  test('ships as the trade has it: 50 by the school, 50 by the enterprise, five levels [J2]', () => {
    expect(sheetRulesSchema.safeParse(DEFAULT_RULES).success).toBe(true);
    const weights = (part: string) =>
      DEFAULT_RULES.columns.filter((column) => column.part === part).map(({ id, weight }) => [id, weight]);
    expect(weights('school')).toEqual([
      ['discipline', 10],
      ['learning', 10],
      ['teamwork', 10],
      ['exams', 20],
    ]);
    expect(weights('enterprise')).toEqual([
      ['attendance', 10],
      ['indicators', 30],
      ['mentor', 10],
    ]);
    expect(DEFAULT_RULES.levels.map(({ from }) => from)).toEqual([90, 80, 70, 60, 0]);
  });

  test('refuses rules whose weights, shares or levels don’t fit [J2]', () => {
    const isRight = (over: Partial<SheetRules>) => sheetRulesSchema.safeParse({ ...DEFAULT_RULES, ...over }).success;
    const [first, ...others] = DEFAULT_RULES.columns;
    if (first === undefined) throw new Error('no column');
    expect(isRight({ columns: [{ ...first, weight: 11 }, ...others] })).toBe(false);
    expect(isRight({ columns: [{ ...first, id: 'learning' }, ...others] })).toBe(false);
    expect(isRight({ columns: [{ ...first, source: 'exams' }, ...others] })).toBe(false);
    expect(isRight({ columns: [first, ...others].map((column) => ({ ...column, part: 'school' as const })) })).toBe(
      false,
    );
    expect(isRight({ levels: DEFAULT_RULES.levels.toReversed() })).toBe(false);
    expect(isRight({ levels: DEFAULT_RULES.levels.slice(0, 4) })).toBe(false);
    const [indicator, ...rest] = DEFAULT_RULES.indicators;
    if (indicator === undefined) throw new Error('no indicator');
    expect(isRight({ indicators: [{ ...indicator, share: 21 }, ...rest] })).toBe(false);
    expect(isRight({ indicators: [{ ...indicator, target: null }, ...rest] })).toBe(false);
  });

  test('adds up what is there to the figures reckoned by hand [J3] [J5]', () => {
    const row = computeRow(DEFAULT_RULES, full, typed);
    // 20 × (81 + 90) ÷ 2 ÷ 100 = 17.1
    expect(valueOfItem(row, 'exams')).toMatchObject({ value: 17.1, byData: 17.1, partial: false });
    // 10 × 2 ÷ 3 = 6.67
    expect(valueOfItem(row, 'attendance')).toMatchObject({ value: 6.7 });
    // 首响 32: 0.938 × 20; 平响 40: 20; 回复率 100: 10; 得分 81.3: 20; 工作量 6 of 8: 0.75 × 30. Σ 91.26 % of 30.
    expect(valueOfItem(row, 'indicators')).toMatchObject({ value: 27.4 });
    expect(row.school).toEqual({ value: 41.6, of: 50, missing: [] });
    expect(row.enterprise).toEqual({ value: 42.1, of: 50, missing: [] });
    expect(row).toMatchObject({ total: { value: 83.7, of: 100, missing: [] }, level: 'good' });
  });

  test('a missing cell is named and is no nought: the sum says what it stands on, and there is no level [J6]', () => {
    const row = computeRow(DEFAULT_RULES, facts({ exams: [sat(80)] }), entries({ discipline: 10, learning: 0 }));
    expect(valueOfItem(row, 'attendance')).toMatchObject({ value: null, byData: null });
    expect(row.total).toEqual({ value: 26, of: 40, missing: ['teamwork', 'attendance', 'indicators', 'mentor'] });
    expect(row.school).toEqual({ value: 26, of: 40, missing: ['teamwork'] });
    expect(row.level).toBeNull();
    expect(computeRow(DEFAULT_RULES, NO_FACTS, new Map()).total).toMatchObject({ value: 0, of: 0 });
  });

  test('an exam that wasn’t sat or isn’t published counts nowhere, and the cell says that it is partial [J3]', () => {
    const absent: ExamFact = { name: '期末', day: '2026-11-21', state: 'absent', mark: null };
    const row = computeRow(DEFAULT_RULES, facts({ exams: [sat(80), absent] }), new Map());
    expect(valueOfItem(row, 'exams')).toMatchObject({ value: 16, partial: true });
    expect(valueOfItem(computeRow(DEFAULT_RULES, facts({ exams: [absent] }), new Map()), 'exams')).toMatchObject({
      value: null,
    });
    const waiting = computeRow(DEFAULT_RULES, facts({ drills: [DRILL], planned: 3, waiting: 1 }), new Map());
    expect(valueOfItem(waiting, 'indicators')?.partial).toBe(true);
  });

  test('a correction stands in place of the data and leaves it readable; taken back, the data counts again [J4]', () => {
    const corrected = computeRow(DEFAULT_RULES, full, entries({ attendance: 9.5 }));
    expect(valueOfItem(corrected, 'attendance')).toMatchObject({ value: 9.5, byData: 6.7, corrected: true });
    const back = computeRow(DEFAULT_RULES, full, entries({ attendance: null }));
    expect(valueOfItem(back, 'attendance')).toMatchObject({ value: 6.7, corrected: false });
    expect(valueOfItem(computeRow(DEFAULT_RULES, full, typed), 'learning')?.corrected).toBe(false);
  });

  test('an entry keeps its share where the column weighs more or less since [J4]', () => {
    const columns = DEFAULT_RULES.columns.map((column) =>
      column.id === 'learning'
        ? { ...column, weight: 15 }
        : column.id === 'discipline'
          ? { ...column, weight: 5 }
          : column,
    );
    const row = computeRow({ ...DEFAULT_RULES, columns }, NO_FACTS, typed);
    expect(valueOfItem(row, 'learning')?.value).toBe(12.8);
    expect(valueOfItem(row, 'discipline')?.value).toBe(4.5);
  });

  test('a goal is reached to the whole at most, and what can’t be measured gives its share to the others [J5]', () => {
    const silent = { ...DRILL, firstResponseS: null, meanResponseS: null, answerRate: 0, served: 0 };
    const reached = indicatorFacts(DEFAULT_RULES.indicators, { drills: [silent], waiting: 0, planned: 3 });
    expect(reached.map(({ reached: share }) => share)).toEqual([null, null, 0, 0.906, 0]);
    // 30 × (20 × 0.906) ÷ 60
    expect(indicatorMark(30, reached)).toBe(9.1);
    const quick = { ...DRILL, firstResponseS: 0, meanResponseS: 1, score: 100, served: 9 };
    const best = indicatorFacts(DEFAULT_RULES.indicators, { drills: [quick], waiting: 0, planned: 3 });
    expect(indicatorMark(30, best)).toBe(30);
    const unplanned = indicatorFacts(DEFAULT_RULES.indicators, { drills: [quick], waiting: 0, planned: 0 });
    expect(unplanned.at(-1)).toMatchObject({ goal: null, figure: null, reached: null });
  });

  test('the level is that of the total as it is shown [J6]', () => {
    const at = (value: number) => {
      const levels = [
        { id: 'good', name: null, from: 80 },
        { id: 'fail', name: null, from: 0 },
      ];
      const [column] = DEFAULT_RULES.columns;
      if (column === undefined) throw new Error('no column');
      const columns = [
        { ...column, id: 'a', weight: 50 },
        { ...column, id: 'b', weight: 50, part: 'enterprise' as const },
      ];
      return computeRow({ ...DEFAULT_RULES, columns, levels }, NO_FACTS, entries({ a: 40, b: value }, 50)).level;
    };
    expect([at(40), at(39.9)]).toEqual(['good', 'fail']);
  });
});
