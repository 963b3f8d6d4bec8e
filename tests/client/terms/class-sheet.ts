/** A term's sheet of two trainees, as the server sends it. */
import type { SheetCell, SheetPublication, SheetRow, TermSheet } from '#contract/terms/sheet.ts';

export const cell = (item: string, value: number | null, over: Partial<SheetCell> = {}): SheetCell => ({
  ...{ item, value, byData: null, corrected: false, partial: false, because: [], entries: [] },
  ...over,
});

const sums = (value: number, missing: string[]) => ({
  school: { value, of: missing.length === 0 ? 50 : 40, missing },
  enterprise: { value: 40, of: 50, missing: [] },
  total: { value: value + 40, of: missing.length === 0 ? 100 : 90, missing },
});
export const attendance = cell('attendance', 40, {
  byData: 40,
  partial: true,
  because: ['上课和笔试 5 次，到了 4 次', '2026-11-20 第一节：没到'],
});
export const jia: SheetRow = {
  ...{ person: 'jia', no: '01', name: '甲', level: null, ...sums(30, ['learning']) },
  cells: [
    cell('discipline', 30, { entries: [{ value: 30, outOf: 40, reason: '', by: '王老师', at: 1 }] }),
    cell('learning', null),
    attendance,
  ],
};
export const yi: SheetRow = {
  ...{ person: 'yi', no: '02', name: '乙', level: 'fail', ...sums(10, []) },
  cells: [cell('discipline', 5), cell('learning', 5), attendance],
};

export const publication = (over: Partial<SheetPublication> = {}): SheetPublication => ({
  ...{ version: 1, at: Date.parse('2026-11-27T08:00:00+08:00'), by: '王老师', people: 2, missing: 0 },
  ...{ showsRank: false, withdrawn: null },
  ...over,
});

export const sheet: TermSheet = {
  class: { id: 'c1', name: '2403 班' },
  term: {
    ...{ id: 'm1', name: '实训周', firstDay: '2026-11-16', lastDay: '2026-11-27' },
    runs: 5,
    homework: 0,
    exams: 0,
    contests: 0,
  },
  version: 2,
  own: true,
  rules: {
    columns: [
      {
        ...{ id: 'discipline', name: '服从管理', ownName: null, part: 'school', weight: 40 },
        source: 'typed',
        by: 'teacher',
      },
      {
        ...{ id: 'learning', name: '学习能力', ownName: null, part: 'school', weight: 10 },
        source: 'typed',
        by: 'teacher',
      },
      {
        ...{ id: 'attendance', name: '出勤', ownName: '出勤', part: 'enterprise', weight: 50 },
        ...{ source: 'attendance', by: 'either' },
      },
    ],
    levels: [
      { id: 'good', name: '良好', ownName: null, from: 80 },
      { id: 'fail', name: '不及格', ownName: null, from: 0 },
    ],
    indicators: [{ id: 'score', target: 80, share: 100 }],
    awards: [{ id: 'first', name: '一等奖学金', ownName: null, places: 1, yuan: 1000 }],
  },
  rows: [jia, yi],
  order: [{ person: 'yi', rank: 1, shared: false, byExams: false, award: null, yuan: 0 }],
  published: { publications: [], rulesVersion: null, marks: {}, openAppeals: 0 },
  mayEnter: ['discipline', 'learning', 'attendance'],
};
