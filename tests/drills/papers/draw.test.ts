import { describe, expect, test } from 'vitest';
import type { PaperCell } from '#contract/questions.ts';
import { bankQuestion } from '#drills/catalog/own-bank.ts';
import {
  choosePaper,
  examplePaper,
  type PaperBank,
  type PaperSource,
  paperLength,
  seatPaper,
} from '#drills/papers/draw.ts';
import { inLanguage } from '#i18n/language.ts';
import { ownQuestion } from '#tests/storage/own-questions-contract.ts';
import { bank, factsByShop } from '#tests/support/question-bank.ts';

const SHOPS = [{ id: 'suibu', name: '燧步' }];
const SHIPPED: PaperBank = { bank, factsByShop, shops: SHOPS };
const CELLS: PaperCell[] = [
  { topic: 'price', level: 3, count: 6 },
  { topic: 'returns', level: 1, count: 5 },
  { topic: 'returns', level: 5, count: 3 },
];
const chosen = (seed: number, cells = CELLS, from = SHIPPED): PaperSource => {
  const paper = choosePaper(from, cells, seed);
  if ('short' in paper) throw new Error(paper.short.topic);
  return paper.source;
};
const ids = (questions: readonly { id: string }[]) => questions.map(({ id }) => id);

describe('a paper of a class', () => {
  test('has what its cells say, no question twice, and the same questions for the same seed [X1]', () => {
    for (const seed of [0, 17, 999_999]) {
      const { questions } = chosen(seed);
      for (const { topic, level, count } of CELLS)
        expect(questions.filter((one) => one.topic === topic && one.level === level)).toHaveLength(count);
      expect(new Set(ids(questions)).size).toBe(14);
      expect(chosen(seed)).toEqual(chosen(seed));
    }
    expect(ids(chosen(17).questions)).not.toEqual(ids(chosen(18).questions));
  });

  test('is not set from fewer questions than a cell asks for', () => {
    const cell: PaperCell = { topic: 'shops', level: 5, count: 50 };
    expect(choosePaper(SHIPPED, [cell], 1)).toEqual({ short: cell });
  });

  test('draws the school’s own questions before a topic that they belong to', () => {
    const own = ['o1', 'o2'].map((id) => bankQuestion(ownQuestion(id, { topic: 'returns', level: 1 })));
    const from = { ...SHIPPED, bank: { ...bank, questions: [...own, ...bank.questions] } };
    const cells: PaperCell[] = [
      { topic: 'returns', level: 1, count: 5 },
      { topic: 'own', level: 1, count: 2 },
    ];
    for (let seed = 0; seed < 8; seed++) {
      const { questions } = chosen(seed, cells, from);
      expect(questions).toHaveLength(7);
      expect(ids(questions)).toEqual(expect.arrayContaining(['o1', 'o2']));
    }
  });

  test('whose seats draw their own has for each seat what the cells say, of four times as many, and seats differ [X25]', () => {
    const paper = choosePaper(SHIPPED, CELLS, 5, 'own');
    if ('short' in paper) throw new Error(paper.short.topic);
    const { source } = paper;
    const stored: PaperSource = JSON.parse(JSON.stringify(source));
    expect(paperLength(source)).toBe(14);
    expect(source.questions.length).toBeGreaterThan(14);
    expect(source.questions.length).toBeLessThanOrEqual(4 * 14);
    const seats = Array.from({ length: 30 }, (_, i) => seatPaper(source, `s-${i}`));
    for (const [i, seat] of seats.entries()) {
      for (const { topic, level, count } of CELLS)
        expect(seat.filter((one) => one.topic === topic && one.level === level)).toHaveLength(count);
      expect(new Set(ids(seat)).size).toBe(14);
      expect(seatPaper(stored, `s-${i}`)).toEqual(seat);
    }
    expect(new Set(seats.map((seat) => ids(seat).toSorted().join())).size).toBeGreaterThan(25);
    const had = new Set(seats.flatMap(ids));
    expect(ids(examplePaper(source)).toSorted()).toEqual(ids(source.questions).toSorted());
    for (const id of had) expect(ids(source.questions)).toContain(id);
  });

  test('has no cell’s candidates in the way of another that needs them all [X25]', () => {
    const own = ['o1', 'o2'].map((id) => bankQuestion(ownQuestion(id, { topic: 'returns', level: 1 })));
    const few = bank.questions.filter(({ topic, level }) => topic === 'returns' && level === 1).slice(0, 3);
    const from = { ...SHIPPED, bank: { ...bank, questions: [...own, ...few] } };
    const paper = choosePaper(
      from,
      [
        { topic: 'returns', level: 1, count: 4 },
        { topic: 'own', level: 1, count: 1 },
      ],
      3,
      'own',
    );
    expect('short' in paper).toBe(false);
  });

  test('is the same for a seat whenever it is drawn, also from the copy that is stored [X1]', () => {
    const source = chosen(5);
    const stored: PaperSource = JSON.parse(JSON.stringify(source));
    expect(seatPaper(stored, 's-a')).toEqual(seatPaper(source, 's-a'));
  });

  test('has every seat the same questions, in an order and with options and numbers of its own [X1]', () => {
    const source = chosen(5);
    const [one, other] = [seatPaper(source, 's-a'), seatPaper(source, 's-b')];
    expect(ids(one).toSorted()).toEqual(ids(source.questions).toSorted());
    expect(ids(other).toSorted()).toEqual(ids(one).toSorted());
    expect(ids(other)).not.toEqual(ids(one));
    const matching = one.map((question) => [question, other.find(({ id }) => id === question.id)] as const);
    const withOptions = matching.filter(([{ kind }]) => kind === 'single' || kind === 'multiple');
    expect(withOptions.some(([a, b]) => a.options.join() !== b?.options.join())).toBe(true);
    for (const [a, b] of withOptions) expect(a.options.toSorted()).toEqual(b?.options.toSorted());
    const calculations = matching.filter(([{ kind }]) => kind === 'calculate');
    expect(calculations.length).toBeGreaterThan(0);
    expect(calculations.some(([a, b]) => a.stem !== b?.stem)).toBe(true);
  });

  test('says the options of a judgement in the language of whoever asks, in the same places', () => {
    const source = chosen(3);
    const judged = (language: 'zh' | 'en') =>
      inLanguage(language, () => seatPaper(source, 's-a').filter(({ kind }) => kind === 'judge'));
    const [zh, en] = [judged('zh'), judged('en')];
    expect(zh.length).toBeGreaterThan(0);
    expect(en.map(({ id, key }) => [id, key])).toEqual(zh.map(({ id, key }) => [id, key]));
    expect(en[0]?.options).not.toEqual(zh[0]?.options);
  });

  test('comes kind by kind, as its headings number them', () => {
    const kinds = seatPaper(chosen(3), 's-a').map(({ kind }) => kind);
    const places = kinds.map((kind) => ['single', 'multiple', 'judge', 'order', 'calculate'].indexOf(kind));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });
});
