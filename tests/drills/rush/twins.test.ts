/** No two customers of a rush say the same words unasked or when asked (RULES J206). */
import { expect, it } from 'vitest';
import type { Burst, Scenario } from '#engine/model/content.ts';
import { customersOf } from './customers-of.ts';

/** Shorter lines (自己用, 还没拍) are everybody's. */
const MIN_CHARS = 6;

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
