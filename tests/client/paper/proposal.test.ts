import { describe, expect, it } from 'vitest';
import { answerState, byKind, countsOf } from '#client/features/paper/model/answer-state.ts';
import { cellsOf, proposal, usualMinutes } from '#client/features/paper/model/proposal.ts';
import type { PaperQuestion } from '#contract/papers/papers.ts';
import type { QuestionMenu } from '#contract/questions.ts';

const levels = (one: number, three: number, five: number) => [
  { level: 1 as const, count: one },
  { level: 3 as const, count: three },
  { level: 5 as const, count: five },
];
const menu = (over: Partial<QuestionMenu> = {}): QuestionMenu => ({
  topics: [
    { id: 'a', name: '甲', levels: levels(10, 20, 0) },
    { id: 'b', name: '乙', levels: levels(5, 3, 2) },
  ],
  own: levels(0, 0, 0),
  general: levels(0, 0, 0),
  ...over,
});
const total = (cells: readonly { count: number }[]) => cells.reduce((sum, { count }) => sum + count, 0);

describe('the first proposal of a paper', () => {
  it('shares the questions out as the bank has them, and asks for no more than it has', () => {
    expect(proposal(menu(), 20)).toEqual([
      { topic: 'a', level: 1, count: 5 },
      { topic: 'a', level: 3, count: 10 },
      { topic: 'b', level: 1, count: 3 },
      { topic: 'b', level: 3, count: 1 },
      { topic: 'b', level: 5, count: 1 },
    ]);
    for (const n of [1, 7, 25, 40]) {
      const cells = proposal(menu(), n);
      expect(total(cells)).toBe(n);
      for (const { topic, level, count } of cells)
        expect(count).toBeLessThanOrEqual(
          cellsOf(menu()).find((cell) => cell.topic === topic && cell.level === level)?.most ?? 0,
        );
    }
    expect(total(proposal(menu(), 50))).toBe(40);
    expect(proposal(menu({ topics: [] }), 20)).toEqual([]);
  });

  it('offers the school’s own questions and asks for none by itself', () => {
    const withOwn = menu({ own: levels(4, 0, 1) });
    expect(cellsOf(withOwn).slice(-2)).toEqual([
      { topic: 'own', level: 1, most: 4 },
      { topic: 'own', level: 5, most: 1 },
    ]);
    expect(proposal(withOwn, 20).some(({ topic }) => topic === 'own')).toBe(false);
  });

  it('takes about a minute and a half a question', () => {
    expect([10, 25, 50].map(usualMinutes)).toEqual([15, 40, 75]);
  });
});

const question = (id: string, kind: PaperQuestion['kind'], options = ['甲', '乙', '丙']): PaperQuestion => ({
  ...{ id, kind, options, topicName: null, shopName: null, stem: id, unit: null },
});

describe('the map of a paper', () => {
  it('tells answered from partly answered and open, and counts what is flagged', () => {
    const order = question('o', 'order');
    expect(answerState(order, { chosen: [1] })).toBe('part');
    expect(answerState(order, { chosen: [1, 0, 2] })).toBe('answered');
    expect(answerState(question('s', 'single'), { chosen: [1] })).toBe('answered');
    expect(answerState(question('c', 'calculate'), { figure: 0 })).toBe('answered');
    expect([null, undefined].map((answer) => answerState(order, answer))).toEqual(['open', 'open']);
    const answers = new Map([['o', { question: 'o', answer: { chosen: [1] }, flagged: true }]]);
    expect(countsOf([order, question('s', 'single')], answers)).toEqual({ answered: 0, part: 1, open: 1, flagged: 1 });
  });

  it('numbers through all kinds', () => {
    const groups = byKind([question('a', 'single'), question('b', 'single'), question('c', 'judge')]);
    expect(groups.map(({ kind, items }) => [kind, items.map(({ at }) => at)])).toEqual([
      ['single', [0, 1]],
      ['judge', [2]],
    ]);
  });
});
