/** Who comes again in a rush says it in other words than whoever came before with the same case (RULES J172). */
import { expect, test } from 'vitest';
import { rushOpening } from '#drills/catalog/rush-opening.ts';
import type { Burst, Scenario } from '#engine/model/content.ts';
import { caseIdOf } from '#library/variations/come-again.ts';
import { shipped } from '#tests/classroom/support/whole-lesson.ts';

const { catalog } = shipped();

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

const wordsOf = (burst: Burst): string =>
  burst.flatMap((bubble) => (bubble.kind === 'text' ? [bubble.text.replaceAll(/\d+(?:\.\d+)?/g, '#')] : [])).join('/');
const openingOf = ({ beats }: Scenario): string => wordsOf(beats[0]?.says ?? []);
const contentOf = ({ beats }: Scenario): string =>
  (beats[0]?.reacts.slots.resolved?.bursts ?? []).map(wordsOf).join('|');
const goesOn = ({ beats }: Scenario): string => wordsOf(beats[1]?.says ?? []);

test('[J172] no two of one case begin alike, nor are they content or go on in the same words', async () => {
  const [alike, again]: [string[], string[]] = [[], []];
  for (const shop of ['suibu', 'guchui', 'poshang', 'tinghe'])
    for (const seed of [1, 2, 3]) {
      const customers = await customersOf(shop, seed);
      for (const [index, one] of customers.entries())
        for (const other of customers.slice(0, index)) {
          if (caseIdOf(one.id) !== caseIdOf(other.id)) continue;
          again.push(one.id);
          for (const words of [openingOf, contentOf, goesOn])
            if (words(one) !== '' && words(one) === words(other))
              alike.push(`${shop} ${seed} ${one.id}: ${words(one)}`);
        }
    }
  expect(again.length).toBeGreaterThan(3);
  expect(alike).toEqual([]);
});
