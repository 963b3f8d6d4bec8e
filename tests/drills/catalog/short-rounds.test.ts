import { expect, test } from 'vitest';
import { shortRounds } from '#drills/catalog/short-rounds.ts';

const shops = [
  { id: 'suibu', name: '燧步运动' },
  { id: 'guchui', name: '谷炊小厨' },
  { id: 'empty', name: '没有短单的店' },
];
const TYPES = ['shipping-urge', 'order-change', 'product-advice'];
const short = ['suibu', 'guchui'].flatMap((shop) =>
  Array.from({ length: 9 }, (_, n) => {
    const type = TYPES[n % TYPES.length] ?? '';
    return { id: `${type}/${n}-${shop}`, type, shop };
  }),
);
const roundOf = (drills: { scenarios: string[] }[], owner = 'somebody', most = 4): string[] =>
  shortRounds({ shops, short, drills: drills.map((drill) => ({ ...drill, state: 'ended' })), owner, most }).find(
    ({ shop }) => shop === 'suibu',
  )?.scenarios ?? [];

test('every shop with short customers has a round of its own customers, at most as many as asked [K6]', () => {
  const rounds = shortRounds({ shops, short, owner: 'somebody', most: 4, drills: [] });
  expect(rounds.map(({ shop, shopName }) => [shop, shopName])).toEqual([
    ['suibu', '燧步运动'],
    ['guchui', '谷炊小厨'],
  ]);
  for (const { shop, scenarios } of rounds) {
    expect(new Set(scenarios).size).toBe(4);
    expect(scenarios.every((id) => id.endsWith(`-${shop}`))).toBe(true);
  }
});

test('nobody is met again before all others of the shop were, whatever sizes the rounds have [K6]', () => {
  for (const owner of ['a', 'b', 'c', 'd']) {
    const drills: { scenarios: string[] }[] = [];
    for (const size of [2, 4, 3, 4, 4, 1]) drills.push({ scenarios: roundOf(drills, owner).slice(0, size) });
    const met = drills.flatMap(({ scenarios }) => scenarios);
    expect(new Set(met.slice(0, 9)).size).toBe(9);
    expect(met).toHaveLength(18);
    expect(new Set(met.slice(9)).size).toBe(9);
  }
});

test('two of one type come one after the other only where no other is left that was met as seldom [K6]', () => {
  for (const owner of ['a', 'b', 'c', 'd', 'e', 'f']) {
    const types = roundOf([], owner, 9).map((id) => id.split('/')[0] ?? '');
    const left = new Map(TYPES.map((type) => [type, 3]));
    for (const [index, type] of types.entries()) {
      const others = TYPES.filter((one) => one !== types[index - 1] && (left.get(one) ?? 0) > 0);
      if (index > 0 && others.length > 0) expect(type).not.toBe(types[index - 1]);
      left.set(type, (left.get(type) ?? 0) - 1);
    }
  }
});

test('the same owner is told the same round until it was practised; owners differ in the order [K6]', () => {
  expect(roundOf([])).toEqual(roundOf([]));
  expect(new Set(['a', 'b', 'c', 'd', 'e'].map((owner) => roundOf([], owner).join())).size).toBeGreaterThan(1);
});
