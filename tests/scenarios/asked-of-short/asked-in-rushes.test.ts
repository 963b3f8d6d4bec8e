/** What desks of served rushes asked and customers left unanswered, or answered beside the point (RULES K16). */
import { describe, expect, it } from 'vitest';
import { prepare } from '#engine/prepare/prepare.ts';
import { contentFor } from '#library/load.ts';
import { cardOfSeed } from '#library/variations/card.ts';
import { askedBack, type ShortCustomer } from '#tests/scenarios/ground/asked-back.ts';
import { library } from '#tests/support/library.ts';

const ASKED: readonly [id: string, question: string, told: string][] = [
  ['return-dispute/gift-back-tinghe', '铝膜没拆吧？没拆我就给您点同意退货', 'film'],
  ['return-dispute/gift-back-tinghe', '您组合的两样瓶口、管口铝膜拆了没？', 'film'],
  ['returning-customer/regular-price-tinghe', '先问一句，现在是孕期、备孕或哺乳吗？', 'expecting'],
  ['returning-customer/regular-price-tinghe', '那份老客旅行小样四件给您一起寄吗？要就回我一声', 'sample'],
  ['promotion/offer-price-offer-over-tinghe', '不急着定，您是哪儿拿不准呀，价钱还是怕不合用？', 'doubt'],
];

const customersOf = (id: string): ShortCustomer[] =>
  [0, 1, 2, 3].map((card) => {
    const { data, hash } = contentFor(library, [id], cardOfSeed(card));
    return { id, template: id, hash, content: prepare(data), knows: data.scenarios[0]?.customer.knows ?? [] };
  });

describe('[K16] what desks of served rushes asked', () => {
  it.each(ASKED)('%s: %s', (id, question, told) => {
    const asked = customersOf(id);
    const heard = asked.map((customer) => askedBack(customer, question).told);
    expect(heard.filter((each) => each.includes(told)).length).toBeGreaterThan(asked.length / 2);
  });

  it('who is asked whether anybody is at home says nothing of the address', () => {
    const asked = customersOf('logistics-complaint/promised-day-guchui');
    for (const customer of asked)
      expect(askedBack(customer, '您一般几点在家？不在的话能放柜不？').told).not.toContain('written');
    expect(asked.map((customer) => askedBack(customer, '您一般几点在家？').told.includes('home'))).toContain(true);
  });

  it('[J250] who is asked at what hour they are at home says when, and who asks for somebody else says so of them', () => {
    const asked = customersOf('account-security/friend-order-suibu');
    expect(asked.map((customer) => askedBack(customer, '您几点在家？').told)).toEqual(asked.map(() => ['home']));
    expect(
      customersOf('return-dispute/refuse-delivery-guchui').flatMap((each) => askedBack(each, '几点在家').told),
    ).not.toEqual([]);
    for (const customer of customersOf('shipping-urge/where-is-it-suibu')) {
      const { next } = askedBack(customer, '您几点在家？我让快递那会儿送');
      const home = [...library.personas.values()].flatMap(({ reacts }) => reacts.slots['asked-home']?.bursts ?? []);
      expect(home.flat().map((bubble) => bubble.kind === 'text' && bubble.text)).toContain(
        next?.bubble.kind === 'text' && next.bubble.text,
      );
      // Another day and hour have other words.
      const due = askedBack(customer, '您哪天要用？').next;
      expect(home.flat()).not.toContainEqual(due?.bubble);
    }
  });
});
