/** No two customers of a rush say the same words unasked or when asked (RULES J206). */
import { expect, it } from 'vitest';
import { rushOpening } from '#drills/catalog/rush-opening.ts';
import type { Burst, Scenario } from '#engine/model/content.ts';
import { shipped } from '#tests/classroom/support/whole-lesson.ts';

const { catalog } = shipped();
/** Shorter lines (自己用, 还没拍) are everybody's. */
const MIN_CHARS = 6;

const customersOf = async (shop: string, seed: number): Promise<readonly Scenario[]> => {
  const needs = { catalogs: catalog, storage: { drillsOf: async () => [] } };
  const rush = { profile: 'd11-open', level: 3, shop, capacity: 12 } as const;
  const reply = await rushOpening(needs, catalog, () => false, { rush, seed, practising: null });
  if (!reply.ok) throw new Error(reply.error.code);
  const { customers, deals } = reply.value;
  const ids = [...new Set(customers.map(({ scenario }) => scenario))];
  const { data } = await catalog.contentFor(ids, [], { deck: 'mine', card: 3 }, deals);
  return data.scenarios;
};

const linesOf = (burst: Burst | null): string[] =>
  (burst ?? []).flatMap((bubble) => (bubble.kind === 'text' && bubble.text.length >= MIN_CHARS ? [bubble.text] : []));
const saidBy = ({ beats, customer }: Scenario): Set<string> =>
  new Set([...linesOf(beats[0]?.says ?? null), ...customer.knows.flatMap(({ says }) => linesOf(says))]);

it('[J206] nobody begins or answers in the words of another, however often a case comes', async () => {
  const twice: string[] = [];
  let count = 0;
  for (const shop of ['suibu', 'guchui', 'poshang', 'tinghe'])
    for (const seed of [1, 2, 3]) {
      const customers = await customersOf(shop, seed);
      count += customers.length;
      for (const [index, one] of customers.entries())
        for (const other of customers.slice(0, index)) {
          const theirs = saidBy(other);
          const alike = [...saidBy(one)].filter((line) => theirs.has(line));
          twice.push(...alike.map((line) => `${shop} ${seed} ${other.id} ${one.id}: ${line}`));
        }
    }
  expect(count).toBeGreaterThan(300);
  expect(twice).toEqual([]);
}, 120_000);
