import { expect, test } from 'vitest';
import { randomAt } from '#engine/model/random.ts';
import { drawBank } from '#library/questions/draw-paper.ts';
import { markAnswer } from '#library/questions/mark-answer.ts';
import { withSelfTest } from '#library/self-test/bank-questions.ts';
import { keyOf, RIGHT, wrongAnswer } from '#scripts/bots/questions.ts';
import { factsByShop, shared, shopFacts, bank as written } from '#tests/support/question-bank.ts';

const { shops, rubrics } = shared.catalogue;
const needs = { shops: [...shops.values()], marks: [], findings: rubrics[0]?.findings ?? [] };
/** As the server has it. */
const bank = withSelfTest(written, needs);

const asked = drawBank(bank, { topic: null, level: null }, 4711, factsByShop).map((drawn) => ({
  drawn,
  page: { ...drawn, options: [...drawn.options], topicName: null, shopName: null },
}));

test('a simulated trainee finds the right answer to every question of the bank from what the page shows, and one that is wrong', () => {
  expect(asked.length).toBeGreaterThan(350);
  for (const { drawn, page } of asked) {
    const key = keyOf({ bank, shopFacts }, page);
    expect([drawn.id, key && markAnswer(drawn, key)]).toEqual([drawn.id, 1]);
    expect([drawn.id, markAnswer(drawn, wrongAnswer(page, key))]).toEqual([drawn.id, 0]);
  }
});

test('a question that the bank beside it doesn’t have it guesses', () => {
  const [first] = asked;
  if (first === undefined) throw new Error('no questions');
  const page = { ...first.page, id: 'of-a-school' };
  expect(keyOf({ bank, shopFacts }, page)).toBeNull();
  expect(wrongAnswer(page, null)).toEqual({ chosen: [0] });
});

test('a better kind of trainee knows more', () => {
  const known = (chance: number) => asked.filter(({ drawn }) => randomAt(0, drawn.id, '', 0, 'knows') < chance).length;
  const shares = [RIGHT.model, RIGHT.middling, RIGHT.poor].map((chance) => known(chance) / asked.length);
  expect(shares).toEqual(shares.toSorted((a, b) => b - a));
  expect(shares[2]).toBeLessThan(0.45);
});
