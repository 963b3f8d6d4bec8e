/** Who comes in a mock exam that somebody sits alone. */

import type { Scenario } from '#engine/model/content.ts';
import { shuffledCopy } from '#library/questions/pick.ts';
import type { DrillRow } from '#storage/storage.ts';
import { casesOf } from './drill-cases.ts';

type Wish = { customers: number; level: 1 | 3 | 5 | null; practised: readonly DrillRow[]; seed: number };

/**
 * Cases of one shop, of as many types as there are, the least practised first; of another level where the level's shops
 * haven't enough. Null: no shop has so many.
 */
export const chosenCases = (
  open: readonly Scenario[],
  { customers, level, practised, seed }: Wish,
): string[] | null => {
  const times = (id: string): number => practised.filter((row) => casesOf(row).includes(id)).length;
  const drawn = shuffledCopy(open, seed, 'customers').toSorted((a, b) => times(a.id) - times(b.id));
  const ofLevel = drawn.filter((one) => level === null || one.level === level);
  for (const among of [ofLevel, drawn]) {
    for (const { shop } of among) {
      const ofShop = among.filter((one) => one.shop === shop);
      const firstOfType = ofShop.filter((one, at) => ofShop.findIndex(({ type }) => type === one.type) === at);
      const inOrder = [...firstOfType, ...ofShop.filter((one) => !firstOfType.includes(one))];
      if (inOrder.length >= customers) return inOrder.slice(0, customers).map(({ id }) => id);
    }
  }
  return null;
};
