import { describe, expect, test } from 'vitest';
import { DEFAULT_RULES, rulesOf, shownRules } from '#classroom/terms/rules.ts';
import { scholarshipOrder } from '#classroom/terms/scholarship.ts';
import { type SheetRules, sheetRulesSchema } from '#contract/terms/sheet.ts';

/** A whole row with this total and mark of the exams. */
const row = (person: string, total: number, exams: number, level = 'good', missing: string[] = []) => ({
  ...{ person, level: missing.length > 0 ? null : level, cells: [{ item: 'exams', value: exams }] },
  total: { value: total, of: 100, missing },
});
const shown = (rules: SheetRules, rows: Parameters<typeof scholarshipOrder>[1]) =>
  scholarshipOrder(rules, rows).map(({ person, rank, shared, award, yuan }) => [person, rank, shared, award, yuan]);

describe('奖学金', () => {
  test('ships with one first, two second and three third awards, by total [J15]', () => {
    const rows = [70, 95, 90, 85, 80, 75, 65].map((total, at) => row(`p${at}`, total, 10));
    expect(shown(DEFAULT_RULES, rows)).toEqual([
      ['p1', 1, false, 'first', 1000],
      ['p2', 2, false, 'second', 500],
      ['p3', 3, false, 'second', 500],
      ['p4', 4, false, 'third', 300],
      ['p5', 5, false, 'third', 300],
      ['p0', 6, false, 'third', 300],
      ['p6', 7, false, null, 0],
    ]);
    expect(shownRules(DEFAULT_RULES).awards.map(({ name, ownName }) => [name, ownName])).toEqual([
      ['一等奖学金', null],
      ['二等奖学金', null],
      ['三等奖学金', null],
    ]);
  });

  test('an equal total is decided by the exams, and says so; equal in both shares rank and awards [J15]', () => {
    const rows = [row('a', 90, 15), row('b', 90, 18), row('c', 88, 12), row('d', 88, 12), row('e', 60, 20)];
    expect(shown(DEFAULT_RULES, rows)).toEqual([
      ['b', 1, false, 'first', 1000],
      ['a', 2, false, 'second', 500],
      // Places 3 and 4: 500 and 300 yuan, 400 each.
      ['c', 3, true, 'second', 400],
      ['d', 3, true, 'second', 400],
      ['e', 5, false, 'third', 300],
    ]);
    expect(scholarshipOrder(DEFAULT_RULES, rows).map(({ byExams }) => byExams)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });

  test('what can’t be divided is kept, and no more is given than the places have [J15]', () => {
    const three = [row('a', 90, 10), row('b', 90, 10), row('c', 90, 10)];
    expect(shown(DEFAULT_RULES, three).map(([, , , , yuan]) => yuan)).toEqual([666, 666, 666]);
    const one: SheetRules = { ...DEFAULT_RULES, awards: [{ id: 'only', name: '奖', places: 1, yuan: 101 }] };
    expect(shown(one, three.slice(0, 2))).toEqual([
      ['a', 1, true, 'only', 50],
      ['b', 1, true, 'only', 50],
    ]);
  });

  test('who lacks a mark isn’t ranked, and the lowest level is ranked without an award [J15]', () => {
    const rows = [row('a', 99, 20, 'good', ['mentor']), row('b', 80, 10), row('c', 40, 10, 'fail')];
    expect(shown(DEFAULT_RULES, rows)).toEqual([
      ['b', 1, false, 'first', 1000],
      ['c', 2, false, null, 0],
    ]);
    expect(scholarshipOrder(DEFAULT_RULES, [])).toEqual([]);
  });

  test('without a column of exams equal totals share a rank, and without awards there is the order alone [J15]', () => {
    const columns = DEFAULT_RULES.columns.map((column) =>
      column.id === 'exams' ? { ...column, source: 'typed' as const } : column,
    );
    const rows = [row('a', 90, 10), row('b', 90, 20)];
    expect(shown({ ...DEFAULT_RULES, columns, awards: [] }, rows)).toEqual([
      ['a', 1, true, null, 0],
      ['b', 1, true, null, 0],
    ]);
  });

  test('awards fall and are the term’s own; rules from before there were any have what ships [J15]', () => {
    const isRight = (awards: SheetRules['awards']) => sheetRulesSchema.safeParse({ ...DEFAULT_RULES, awards }).success;
    const award = { id: 'a', name: null, places: 1, yuan: 100 };
    expect(isRight([])).toBe(true);
    expect(isRight([award, { ...award, id: 'b', yuan: 101 }])).toBe(false);
    expect(isRight([award, award])).toBe(false);
    expect(isRight([{ ...award, places: 0 }])).toBe(false);
    const { awards: _, ...before } = DEFAULT_RULES;
    expect(rulesOf({ rules: before }).awards).toEqual(DEFAULT_RULES.awards);
    expect(rulesOf({ rules: { ...before, awards: [] } }).awards).toEqual([]);
  });
});
