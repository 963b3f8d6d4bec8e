/** Three sides of two trainees by three indicators, as the server sends them. */
import type { ShownSide, ShownSideIndicator, SideForm, TermSides } from '#contract/terms/sides.ts';
import { sheet } from './class-sheet.ts';

const indicator = (id: string, name: string, over: Partial<ShownSideIndicator> = {}): ShownSideIndicator => ({
  ...{ id, name, source: 'none', low: '很差', middle: '一般', high: '很好', formula: null },
  own: { name: null, low: null, middle: null, high: null },
  ...over,
});
const indicators = [
  indicator('answers', '答得对', { source: 'wrong', formula: '处数 ÷ 场数' }),
  indicator('manner', '态度与情绪'),
  indicator('handling', '办理与跟进'),
];
const shown = (marks: number[], by: string, note = ''): ShownSide => ({
  ...{ state: 'shown', times: 1, by, note, at: Date.parse('2026-11-26T10:00:00'), earlier: false },
  marks: Object.fromEntries(indicators.map(({ id }, place) => [id, marks[place] ?? 1])),
});
const NONE = { state: 'none' } as const;

export const sides: TermSides = {
  ...{ class: sheet.class, term: sheet.term, version: 0, own: false, indicators, state: 'going', steps: [] },
  ...{ mentors: true, side: 'teacher' },
  rows: [
    {
      ...{ person: 'yi', no: '02', name: '乙', differ: [3, 1, 0], figures: ['3 场里答错 4 处', null, null] },
      sides: { self: shown([5, 4, 4], '乙'), teacher: shown([2, 3, 4], '王老师', '多看卡片'), mentor: NONE },
    },
    {
      ...{ person: 'jia', no: '01', name: '甲', differ: [null, null, null], figures: [null, null, null] },
      sides: { self: { state: 'withheld' }, teacher: NONE, mentor: NONE },
    },
  ],
};

export const sideForm: SideForm = {
  ...{ person: 'jia', no: '01', name: '甲', side: 'mentor', term: { id: 'm1', name: '实训周' }, version: 2 },
  ...{ state: 'going', indicators, figures: ['3 场里答错 4 处', null, null], draft: null, given: null },
};
