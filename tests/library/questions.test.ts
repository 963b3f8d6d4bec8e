import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkBlueprint } from '#library/checks/questions/check-blueprint.ts';
import { checkQuestions } from '#library/checks/questions/check-questions.ts';
import { drawAgain, drawPaper, drawQuestion } from '#library/questions/draw-paper.ts';
import { markAnswer } from '#library/questions/mark-answer.ts';
import type { BlueprintCell, DrawnQuestion } from '#library/questions/question.ts';
import { bank, factsByShop, SCENARIOS, shared, shopFacts } from '#tests/support/question-bank.ts';

const { files, catalogue } = shared;
const any = (count: number): BlueprintCell => ({ topic: null, level: null, kind: null, count });
const SEEDS = Array.from({ length: 40 }, (_, seed) => seed * 7919);
const drawn = (id: string, seed: number): DrawnQuestion => {
  const question = bank.questions.find((one) => one.id === id);
  const asked = question === undefined ? null : drawQuestion(question, seed, factsByShop);
  if (asked === null) throw new Error(id);
  return asked;
};

describe('the shipped bank', () => {
  it('has what its blueprint promises, and the checker finds nothing in it [B2]', () => {
    const blueprint = files.blueprint?.value;
    const authored = files.questions.flatMap(({ value }) => value ?? []);
    expect(blueprint).toBeTruthy();
    expect(blueprint ? [...checkBlueprint(blueprint, authored)] : null).toEqual([]);
    const checked = checkQuestions({ ...catalogue, files, shopFacts });
    expect(checked.flatMap(({ file, faults }) => faults.map((fault) => `${file.file} ${fault.message}`))).toEqual([]);
    expect(bank.questions).toHaveLength(authored.flatMap(({ questions }) => questions).length);
    expect(bank.questions.length).toBeGreaterThanOrEqual(300);
  });

  it('names the sections of the trade’s page as that page has them', () => {
    const page = readFileSync(resolve(SCENARIOS, '../docs/trade.md'), 'utf8');
    const numbers = [...page.matchAll(/^## (\d+)\./gm)].map(([, number]) => number);
    expect(files.blueprint?.value?.trade.map((title) => title.split(' ')[0])).toEqual(numbers);
  });

  it('can be drawn whole at any seed, each question with a key that is worth everything [B2]', () => {
    for (const seed of SEEDS.slice(0, 6)) {
      const paper = drawPaper(bank, [any(1000)], seed, factsByShop);
      expect(paper).toHaveLength(bank.questions.length);
      for (const question of paper) {
        expect(markAnswer(question, question.key)).toBe(1);
        expect(`${question.stem}${question.why}`).not.toContain('【');
        expect(question.citations.length).toBeGreaterThan(0);
      }
    }
  });
});

it('stands in no source and no sentence of the pages [B4]', () => {
  const root = resolve(SCENARIOS, '..');
  const read = (folder: string): string[] =>
    readdirSync(resolve(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(resolve(entry.parentPath, entry.name), 'utf8'));
  const text = [...read('client'), ...read('messages')].join('\n');
  expect(bank.questions.filter(({ stem, why }) => text.includes(stem) || text.includes(why))).toEqual([]);
});

describe('a paper', () => {
  it('follows from bank, blueprint and seed, and has no question twice [B1]', () => {
    const blueprint: BlueprintCell[] = [
      { topic: 'price', level: null, kind: 'calculate', count: 3 },
      { topic: null, level: 1, kind: 'single', count: 5 },
      { topic: null, level: 1, kind: null, count: 4 },
    ];
    const paper = drawPaper(bank, blueprint, 17, factsByShop);
    expect(drawPaper(bank, blueprint, 17, factsByShop)).toEqual(paper);
    expect(drawPaper(bank, blueprint, 18, factsByShop)).not.toEqual(paper);
    expect(new Set(paper.map(({ id }) => id)).size).toBe(12);
    expect(paper.filter(({ topic, kind }) => topic === 'price' && kind === 'calculate')).toHaveLength(3);
    expect(paper.filter(({ level }) => level === 1).length).toBeGreaterThanOrEqual(9);
  });

  it('takes what there is where a cell asks for more [B1]', () => {
    const cell: BlueprintCell = { topic: 'shops', level: 5, kind: null, count: 30 };
    const all = bank.questions.filter(({ topic, level }) => topic === 'shops' && level === 5);
    expect(drawPaper(bank, [cell], 3, factsByShop)).toHaveLength(all.length);
  });

  it('shuffles options and keeps the key with them; right and wrong stay where they are', () => {
    const authored = bank.questions.find(({ kind }) => kind === 'single');
    const right = authored?.options[authored.right?.[0] ?? -1];
    const places = SEEDS.map((seed) => {
      const { options, key } = drawn(authored?.id ?? '', seed);
      const place = 'chosen' in key ? (key.chosen[0] ?? -1) : -1;
      expect(options[place]).toBe(right);
      return place;
    });
    expect(new Set(places).size).toBe(authored?.options.length);
    const judged = bank.questions.find(({ kind }) => kind === 'judge');
    expect(new Set(SEEDS.map((seed) => drawn(judged?.id ?? '', seed).options.join())).size).toBe(1);
  });

  it('asks those missed again, with other numbers', () => {
    const ids = ['price-calc-3', 'returns-01'];
    const again = SEEDS.map((seed) => drawAgain(bank, [...ids, 'gone'], seed, factsByShop));
    for (const paper of again) expect(paper.map(({ id }) => id).toSorted()).toEqual(ids);
    expect(new Set(again.map((paper) => paper.find(({ id }) => id === ids[0])?.stem)).size).toBeGreaterThan(3);
  });
});

describe('a mark', () => {
  const question = (kind: DrawnQuestion['kind'], key: DrawnQuestion['key'], tolerance = 0): DrawnQuestion => ({
    ...{ id: 'a', topic: null, kind, level: 1, shop: null, stem: '', options: ['', '', '', ''], unit: null },
    ...{ key, tolerance, why: null, citations: [] },
  });
  const several = question('multiple', { chosen: [0, 2, 3] });

  it.each([
    [[0, 2, 3], 1],
    [[3, 0, 2], 1],
    [[0, 2], 0.5],
    [[3], 0.5],
    [[], 0],
    [[0, 1, 2, 3], 0],
    [[0, 1], 0],
  ])('of several options: %j is worth %d [B3]', (chosen, credit) => {
    expect(markAnswer(several, { chosen })).toBe(credit);
  });

  it('is all or nothing for one option and for an order [B3]', () => {
    expect(markAnswer(question('single', { chosen: [1] }), { chosen: [1] })).toBe(1);
    expect(markAnswer(question('single', { chosen: [1] }), { chosen: [0, 1] })).toBe(0);
    expect(markAnswer(question('order', { chosen: [2, 0, 1] }), { chosen: [2, 0, 1] })).toBe(1);
    expect(markAnswer(question('order', { chosen: [2, 0, 1] }), { chosen: [0, 1, 2] })).toBe(0);
    expect(markAnswer(question('order', { chosen: [2, 0, 1] }), { chosen: [2] })).toBe(0);
  });

  it('takes money to the cent, and nothing of another kind [B3]', () => {
    const sum = question('calculate', { figure: 92.83 }, 0.005);
    expect(markAnswer(sum, { figure: 92.83 })).toBe(1);
    expect(markAnswer(sum, { figure: 92.835 })).toBe(1);
    expect(markAnswer(sum, { figure: 92.84 })).toBe(0);
    expect(markAnswer(sum, { chosen: [0] })).toBe(0);
    expect(markAnswer(several, { figure: 0 })).toBe(0);
  });

  it('of a discount shared by price is what the card says', () => {
    const sums = SEEDS.map((seed) => drawn('returns-calc-1', seed));
    const shoe = sums.find(({ stem }) => stem.startsWith('逐峰3和速干T'));
    expect(shoe?.key).toEqual({ figure: 91.9 });
  });
});
