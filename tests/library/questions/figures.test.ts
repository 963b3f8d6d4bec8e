import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkQuestions } from '#library/checks/questions/check-questions.ts';
import { equationsIn } from '#library/checks/questions/equations.ts';
import { SCENARIOS, shared, shopFacts } from '#tests/support/question-bank.ts';

const { files, catalogue } = shared;
const sections = readFileSync(resolve(SCENARIOS, '../docs/trade.md'), 'utf8').split(/^(?=## \d+\.)/m);
const tradeText = (section: string) =>
  sections.find((text) => text.startsWith(`## ${section.replace('trade-', '')}.`)) ?? null;

type Library = Parameters<typeof checkQuestions>[0];
const shipped: Library = { ...catalogue, files, shopFacts, tradeText };
/** `price-07 stem`: the question and the field of each fault. */
const faultsOf = (library: Library): string[] => {
  const faults = checkQuestions(library).flatMap(({ file, faults: found }) =>
    found.map(({ path }) => {
      const question = file.value?.questions[Number(path[1])];
      return `${question?.id} ${path[2]}`;
    }),
  );
  return [...new Set(faults)];
};

/** A library of one question, with a text or a figure of its formula changed. */
const changed = (id: string, from: string, to: string): Library => {
  const file = files.questions.find(({ value }) => value?.questions.some((question) => question.id === id));
  const question = file?.value?.questions.find((one) => one.id === id);
  const text = JSON.stringify(question);
  if (!file?.value || !text.includes(from)) throw new Error(`${id} has no ${from}`);
  const questions = [JSON.parse(text.replaceAll(from, to)) as NonNullable<typeof question>];
  return { ...shipped, files: { ...files, questions: [{ ...file, value: { ...file.value, questions } }] } };
};

const ofPrice = {
  ...shipped,
  files: { ...files, questions: files.questions.filter(({ value }) => value?.topic === 'price') },
};

describe('the figures of the shipped bank', () => {
  it('stand on its cards, goods, law rows and the sections of the trade’s page, or are given [B20]', () => {
    expect(faultsOf(shipped)).toEqual([]);
  });

  it.each([
    ['price-07', '满300减40', '满300减50', ['stem']],
    ['price-07', '只减40', '只减50', ['why']],
    ['price-calc-3', '"take":4000', '"take":5000', ['reckon']],
    ['price-calc-3', '满300减40', '满300减50', ['stem', 'why']],
    ['price-calc-1', '"part":20', '"part":30', ['why', 'reckon']],
    ['price-calc-14', '天 <= 15', '天 <= 16', ['reckon']],
    ['price-calc-6', '{"money":2000}', '{"money":2500}', ['why', 'reckon']],
    ['price-calc-2', '["定",2]', '["定",3]', ['why', 'reckon']],
    ['price-calc-10', '[2390,1990]', '[2390,2090]', ['reckon']],
    ['returns-calc-6', '{"money":450}', '{"money":460}', ['reckon']],
    ['logistics-calc-2', '{"money":1500}', '{"money":1600}', ['reckon']],
    ['shops-06', '189元', '188元', ['why', 'options']],
    ['metrics-05', '超过60秒', '超过70秒', ['why', 'options']],
    ['price-01', '"20%"', '"25%"', ['options']],
    ['returns-07', '"7天"', '"8天"', ['options']],
    ['price-08', '"given":[12,30]', '"given":[12,30,15]', ['given']],
  ])('%s with %s turned into %s is found [B20]', (id, from, to, fields) => {
    expect(faultsOf(changed(id, from, to))).toEqual(fields.map((field) => `${id} ${field}`));
  });

  it('are found where a card or coupon is changed [B20]', () => {
    const suibu = catalogue.shops.get('suibu');
    if (suibu === undefined) throw new Error('suibu');
    const policies = suibu.policies.map((card) =>
      card.id === 's-pp' ? { ...card, title: '价保20天', text: card.text.replace('15天', '20天') } : card,
    );
    const shops = new Map([...catalogue.shops, ['suibu', { ...suibu, policies }]]);
    expect(faultsOf({ ...ofPrice, shops })).toEqual(expect.arrayContaining(['price-08 why', 'price-calc-14 stem']));
    const facts = shopFacts.get('suibu');
    if (facts === undefined) throw new Error('suibu');
    const coupons = { ...facts.coupons, cp15: { amount: 2000, least: 19900 } };
    const dearer = new Map([...shopFacts, ['suibu', { ...facts, coupons }]]);
    expect(faultsOf({ ...ofPrice, shopFacts: dearer })).toContain('price-calc-4 reckon');
  });
});

describe('a written sum', () => {
  it.each([
    ['一套省237-199=38元', true],
    ['一套省237-199=39元', false],
    ['（12+24+54）÷3=30秒', true],
    ['36÷48=75%', true],
    ['7÷24=29.2%', true],
    ['7÷24=29.3%', false],
    ['399×20%=79.8元', true],
    ['（25-2）÷25=92%', true],
  ])('%s', (text, isRight) => {
    expect(equationsIn(text).map((sum) => sum.isRight)).toEqual([isRight]);
  });
});
