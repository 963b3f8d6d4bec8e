import { describe, expect, test } from 'vitest';
import { type Combination, combinationsOf, covering } from '#library/variations/combinations.ts';
import { deal, wordingIndexAt } from '#library/variations/deck.ts';
import { keyOf } from '#library/variations/value.ts';

const SHOP = { id: 'mini', goods: {}, coupons: {}, rules: {} };
const VARY = {
  draw: { 天: [5, 6, 7, 8, 9, 10], 牌: ['在', '剪了'], 城: ['南京', '武汉', '西安'] },
  reckon: { 没超: { is: '天 <= 7' } },
  answer: ['天', '没超', '牌'],
  never: [['not 没超', '牌 = 剪了']],
};
const { legal } = combinationsOf(VARY, SHOP);
const keys = (cards: readonly Combination[]) => cards.map(({ key }) => key);

describe('the deck', () => {
  test('holds every legal combination once, and none that may never be', () => {
    expect(legal).toHaveLength(6 * 2 * 3 - 3 * 3);
    for (const deck of ['', 'a', 'b']) expect(keys(deal(legal, deck)).sort()).toEqual(keys(legal).sort());
  });

  test('is the same for one name and another for another', () => {
    expect(keys(deal(legal, 'a'))).toEqual(keys(deal(legal, 'a')));
    expect(keys(deal(legal, 'a'))).not.toEqual(keys(deal(legal, 'b')));
  });

  test('begins with the usual variant where it is the common one [K1]', () => {
    expect(deal(legal, '')[0]?.key).toBe('天=5 牌=在 城=南京');
  });

  test('lays no two cards side by side whose right answer is the same [K3]', () => {
    for (const deck of ['', 'a', 'b', 'c']) {
      const answers = deal(legal, deck).map(({ answer }) => answer.join());
      // The last few may be alike, when nothing else is left.
      const first = answers.slice(0, -3);
      expect(first.filter((answer, index) => answer === first[index - 1])).toEqual([]);
    }
  });

  test('uses every answer before one comes a third time', () => {
    const answers = deal(legal, 'a').map(({ answer }) => answer.join());
    const all = new Set(answers).size;
    const counts = new Map<string, number>();
    for (const answer of answers.slice(0, all * 2)) counts.set(answer, (counts.get(answer) ?? 0) + 1);
    expect(counts.size).toBe(all);
  });
});

describe('a wording', () => {
  test('is another on the next card, at every place and in every deck [K3]', () => {
    for (const count of [2, 3, 4, 5])
      for (const deck of ['', 'a', 'b'])
        for (const place of ['beats/0/says', 'beats/1/says', 'endings/kept/says'])
          for (let card = 0; card < 40; card += 1)
            expect(wordingIndexAt(count, place, { deck, card })).not.toBe(
              wordingIndexAt(count, place, { deck, card: card + 1 }),
            );
  });

  test('is the first one on the usual card', () => {
    expect([2, 3, 7].map((count) => wordingIndexAt(count, 'beats/0/says', { deck: '', card: 0 }))).toEqual([0, 0, 0]);
  });
});

describe('the set that is checked', () => {
  const pairs = ({ draws }: Combination): string[] => {
    const drawn = Object.entries(draws).map(([name, value]) => `${name}=${keyOf(value)}`);
    return drawn.flatMap((first, index) => drawn.slice(index + 1).map((second) => `${first} ${second}`));
  };

  test('has every pair of draws that occurs, and is smaller than the deck', () => {
    const some = covering(legal, 12);
    expect(new Set(some.flatMap(pairs))).toEqual(new Set(legal.flatMap(pairs)));
    expect(some.length).toBeLessThan(legal.length);
    expect(new Set(some).size).toBe(some.length);
  });

  test('has as many as asked for, where there are so many', () => {
    expect(covering(legal, 24)).toHaveLength(24);
    expect(covering(legal, 1000)).toHaveLength(legal.length);
  });
});
