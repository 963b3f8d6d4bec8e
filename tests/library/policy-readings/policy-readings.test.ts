/** Every policy reading that ships: its model answer passes, its wrong one fails, and its card is the shop's. */
import { describe, expect, test } from 'vitest';
import { judgeReading } from '#library/policy-readings/judge-reading.ts';
import { readPolicyReadings } from '#library/policy-readings/load.ts';
import { library } from '#tests/support/library.ts';
import { OTHER_RIGHT, OTHER_WRONG } from './other-readings.ts';

const readings = [...readPolicyReadings().values()];
const shopOf = (id: string) => {
  const shop = library.shops.get(id);
  if (shop === undefined) throw new Error(id);
  return shop;
};

describe('policy readings that ship', () => {
  test('[G5] are 24 at least, over the four shops, each on a card of its shop', () => {
    expect(readings.length).toBeGreaterThanOrEqual(24);
    const shops = new Set(readings.map(({ shop }) => shop));
    expect([...shops].toSorted()).toEqual([...library.shops.keys()].toSorted());
    for (const { shop, card } of readings) expect(shopOf(shop).policies.map(({ id }) => id)).toContain(card);
  });

  test.each(readings.map((reading) => [reading.id, reading] as const))(
    '[G5] %s: its model answer passes and its wrong one fails',
    (_, reading) => {
      const shop = shopOf(reading.shop);
      const model = judgeReading(reading, shop, reading.model);
      expect(model).toMatchObject({ credit: 1, tone: null });
      const wrong = judgeReading(reading, shop, reading.wrong);
      expect(wrong.credit).toBe(0);
      const faults = wrong.sentences.flatMap((one) => [...one.wrong, ...one.against]);
      expect(faults.length + wrong.points.filter(({ state }) => state === 'wrong').length).toBeGreaterThan(0);
    },
  );
});

const creditsOf = (answers: typeof OTHER_RIGHT) =>
  answers.map(([id, answer]) => {
    const reading = readings.find((one) => one.id === id);
    if (reading === undefined) throw new Error(id);
    return judgeReading(reading, shopOf(reading.shop), answer).credit;
  });

describe('answers in other words than the files’', () => {
  test('[G6] that are right pass three times in four and fail once in twenty-six, and none that is wrong passes', () => {
    const right = creditsOf(OTHER_RIGHT);
    expect(right.filter((credit) => credit === 1).length).toBeGreaterThanOrEqual(20);
    expect(right.filter((credit) => credit === 0).length).toBeLessThanOrEqual(1);
    const wrong = creditsOf(OTHER_WRONG);
    expect(wrong.filter((credit) => credit === 1)).toEqual([]);
    expect(wrong.filter((credit) => credit === 0).length).toBeGreaterThanOrEqual(24);
  });
});

describe('the verdict on a reading', () => {
  const [first] = readings.filter(({ id }) => id === 's-price-guard');
  if (first === undefined) throw new Error('no such reading');
  const judged = (answer: string) => judgeReading(first, shopOf('suibu'), answer);

  test('[G6] says of each sentence what it tells, and of a figure which card has it otherwise', () => {
    const { sentences, points } = judged('价保7天，七天内降价我们退差价。15天是本店的承诺，不是法律规定。');
    expect(sentences[0]?.against).toContainEqual({ card: 's-pp', said: '价保7天', surely: true });
    expect(sentences[1]?.tells).toEqual(['15天是本店的承诺，不是法律规定']);
    expect(points.map(({ state }) => state)).not.toContain('unsure');
  });

  test('[G7] more than two sentences, or the card read out, is half; a cold tone fails', () => {
    expect(judged(`${first.model}还有别的问题吗您说。随时可以再来问我们。`)).toMatchObject({
      credit: 0.5,
      isLong: true,
    });
    const card = shopOf('suibu').policies.find(({ id }) => id === 's-pp')?.text ?? '';
    expect(judged(card)).toMatchObject({ isCopied: true });
    expect(judged(card).credit).toBeLessThan(1);
    expect(judged(`${first.model}自己不会看页面吗，烦不烦。`)).toMatchObject({ credit: 0, tone: expect.any(String) });
  });

  test('[G6] an answer that says nothing of the matter tells nothing, and an empty one has no sentence', () => {
    expect(judged('您好，在的。').points.map(({ state }) => state)).toEqual(['missed', 'missed']);
    expect(judged(' \n ')).toMatchObject({ credit: 0, sentences: [] });
  });
});
