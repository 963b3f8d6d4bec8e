/** Who ends as a buyer has an order at the desk: nothing is sold without one. */
import { expect, it } from 'vitest';
import { contentFor } from '#library/load.ts';
import { cardOfSeed } from '#library/variations/card.ts';
import { library } from '#tests/support/library.ts';

const CARDS = [0, 1, 2, 3, 4, 5, 6, 7];

it.each([...library.short.keys()])('[J197] %s', (id) => {
  const wrong = CARDS.flatMap((card) =>
    contentFor(library, [id], cardOfSeed(card)).data.scenarios.flatMap(({ beats, endings }) => {
      const isBought = ({ does }: (typeof endings)[number] | (typeof beats)[number]): boolean =>
        does.some((deed) => deed.deed === 'pay' || (deed.deed === 'place-order' && deed.pays));
      return endings.flatMap((ending) =>
        ending.outcome === 'paid' && ![...beats, ending].some(isBought) ? [`${card}: ${ending.id}`] : [],
      );
    }),
  );
  expect(wrong).toEqual([]);
});
