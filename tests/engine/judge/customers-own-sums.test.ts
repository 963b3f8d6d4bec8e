/** What the customer has to spend is no right sum: no sum told by a digit off it is corrected to it. */
import { describe, expect, it } from 'vitest';
import { answerRequest } from '#engine/judge/answer-request.ts';
import type { Scenario } from '#engine/model/content.ts';
import { prepare } from '#engine/prepare/prepare.ts';
import { contentFor } from '#library/load.ts';
import { cardOfSeed } from '#library/variations/card.ts';
import { oneTurn } from '#tests/engine/support/one-turn.ts';
import { library } from '#tests/support/library.ts';

const COUPONS = 'promotion/coupon-stack';
const CARDS = [0, 1, 2, 3, 4, 5, 6, 7];
const contentOn = (card: number) => prepare(contentFor(library, [COUPONS], cardOfSeed(card)).data);

/** What the customer has, by the fact they tell. */
const budgetOf = ({ customer }: Scenario): number => {
  const fact = customer.knows.find(({ id }) => id === 'budget');
  const said = (fact?.says ?? []).flatMap((bubble) => (bubble.kind === 'text' ? [bubble.text] : [])).join();
  return Number(/\d+/.exec(said)?.[0]);
};

describe('[T136] a sum that the customer tells of themselves', () => {
  it.each(CARDS)('is given as the right one in place of no sum a digit off it (card %d)', (card) => {
    const content = contentOn(card);
    const [prepared] = content.cases.values();
    const budget = budgetOf(prepared?.scenario as Scenario);
    expect(budget).toBeGreaterThan(100);
    const slips = [-3, -2, -1, 1, 2, 3]
      .map((by) => budget + by)
      .filter((sum) => `${sum}`.slice(0, 2) === `${budget}`.slice(0, 2));
    const rights = slips.flatMap((sum) =>
      [`没有那么多，加袜子就到手${sum}`, `一起付${sum}元`].flatMap((text) =>
        (answerRequest(content, oneTurn(COUPONS, text)).strays ?? []).map(({ right }) => right.replace(/元$/, '')),
      ),
    );
    expect(rights).not.toContain(`${budget}`);
  });
});

it('[T264] so many of so many of what was paid is no other sum, though the sum paid isn’t said', () => {
  const id = 'quality-claim/is-it-faulty-poshang';
  // The boxes cost from 16.9 to 59.9 yuan; the share is of what this customer paid for one.
  const wrong = (card: number, share: (paid: number) => number): string[] => {
    const content = prepare(contentFor(library, [id], cardOfSeed(card)).data);
    const paid = content.cases.get(id)?.scenario.orders[0]?.items[0]?.paid ?? expect.fail('nothing paid');
    const text = `批下来按坏的占比退，12个坏2个是${(Math.round(share(paid) / 10) / 10).toFixed(1)}元，原路退`;
    return (answerRequest(content, oneTurn(id, text)).strays ?? []).map(({ card: against }) => against);
  };
  for (const card of [0, 1, 2, 3, 4]) expect(wrong(card, (paid) => (paid * 2) / 12)).toEqual([]);
});
