import { describe, expect, it } from 'vitest';
import { drawBank, drawPaper, drawQuestion } from '#library/questions/draw-paper.ts';
import { questionsAsGift } from '#library/questions/gift.ts';
import { markAnswer } from '#library/questions/mark-answer.ts';
import { SELF_TEST_TOPIC, withSelfTest } from '#library/self-test/bank-questions.ts';
import { bank, factsByShop, shared } from '#tests/support/question-bank.ts';

const { catalogue } = shared;
const shops = [...catalogue.shops.values()];
const findings = catalogue.rubrics[0]?.findings ?? [];
const needs = { shops, marks: [], findings };
const whole = withSelfTest(bank, needs);
const ofTopic = whole.questions.filter(({ topic }) => topic === SELF_TEST_TOPIC);

describe('[B22] the shops’ self-test in the bank', () => {
  it('is a topic of judgements, fifteen a shop, each once and with the text it rests on', () => {
    expect(whole.topics.at(-1)).toEqual({ id: SELF_TEST_TOPIC, name: '本店自测' });
    expect(whole.questions.slice(0, bank.questions.length)).toEqual(bank.questions);
    for (const { id } of shops) expect(ofTopic.filter(({ shop }) => shop === id)).toHaveLength(15);
    expect(new Set(whole.questions.map(({ id }) => id)).size).toBe(whole.questions.length);
    expect(new Set(ofTopic.map(({ stem }) => stem)).size).toBe(ofTopic.length);
    for (const { id, kind, level, why, citations } of ofTopic) {
      expect([id, kind, level]).toEqual([expect.stringMatching(/^self-test-[a-f0-9]{10}$/), 'judge', 1]);
      expect(why).not.toBe('');
      expect(citations[0]?.text).not.toBe('');
    }
    const right = ofTopic.filter((question) => question.right?.[0] === 0).length;
    expect(right / ofTopic.length).toBeGreaterThan(0.3);
    expect(right / ofTopic.length).toBeLessThan(0.7);
  });

  it('says of a true statement what the shop has in writing, and nothing of a wrong one', () => {
    const prices = ofTopic.filter(({ stem }) => stem.startsWith('商品页上是这个价'));
    expect(prices.length).toBeGreaterThan(4);
    for (const { stem, shop, right, citations } of prices) {
      const product = catalogue.shops.get(shop ?? '')?.products.find(({ id }) => id === citations[0]?.id);
      const holds = stem.endsWith(`¥${((product?.price ?? 0) / 100).toFixed(2)}`);
      expect(right).toEqual([holds ? 0 : 1]);
    }
  });

  it('is drawn, marked and written to a file like any other, the same each time', () => {
    expect(withSelfTest(bank, needs)).toEqual(whole);
    expect(whole.hash).not.toBe(bank.hash);
    const paper = drawPaper(whole, [{ topic: SELF_TEST_TOPIC, level: 1, kind: null, count: 10 }], 5, factsByShop);
    expect(paper).toHaveLength(10);
    for (const question of paper) expect(markAnswer(question, question.key)).toBe(1);
    const all = drawBank(whole, { topic: SELF_TEST_TOPIC, level: null }, 0, factsByShop);
    expect(all).toHaveLength(ofTopic.length);
    const gift = questionsAsGift(all, whole.topics);
    expect(gift).toContain('本店自测');
    expect(ofTopic.every((question) => drawQuestion(question, 3, factsByShop)?.options.length === 2)).toBe(true);
  });

  it('leaves a bank without questions, and a library without shops, as they are', () => {
    expect(withSelfTest({ hash: '', topics: [], questions: [] }, needs).questions).toEqual([]);
    expect(withSelfTest(bank, { ...needs, shops: [] })).toBe(bank);
  });
});
