/** Who comes again in a rush says it in other words than whoever came before with the same case (RULES J172). */
import { expect, test } from 'vitest';
import type { Burst, Scenario } from '#engine/model/content.ts';
import { caseIdOf } from '#library/variations/come-again.ts';
import { customersOf } from './customers-of.ts';

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
