/** What is usually asked of short customers before and around a sale, and what they say to it. */
import { describe, expect, it } from 'vitest';
import { prepare } from '#engine/prepare/prepare.ts';
import { contentFor } from '#library/load.ts';
import { cardOfSeed } from '#library/variations/card.ts';
import { askedBack, type ShortCustomer } from '#tests/scenarios/ground/asked-back.ts';
import { library } from '#tests/support/library.ts';
import QUESTIONS from './usual-questions-a.json' with { type: 'json' };

/** By template and shop what a careful agent asks; `all`: whichever shop. */
type Asked = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
const ASKED: Asked = QUESTIONS;
/** A question counts that is answered on one of these cards: some belong to some cards alone (贺卡写什么). */
const CARDS = [0, 1, 2, 3];
/** Questions in 100 that are answered. Only ever raised. */
const LEAST_ANSWERED: Readonly<Record<string, number>> = {
  promotion: 98,
  'product-advice': 98,
  'payment-reminder': 98,
  bargaining: 98,
  livestream: 98,
  'returning-customer': 98,
};
/** So long an answer is somebody's own wording, and stands in so many templates at most. */
const [OWN_LENGTH, MOST_TEMPLATES] = [6, 2];

const customers = new Map<string, ShortCustomer>();
const customerOn = (id: string, card: number): ShortCustomer => {
  const key = `${id} ${card}`;
  const known = customers.get(key);
  if (known) return known;
  const { data, hash } = contentFor(library, [id], cardOfSeed(card));
  const knows = data.scenarios[0]?.customer.knows ?? [];
  const customer = { id, template: id, hash, content: prepare(data), knows };
  customers.set(key, customer);
  return customer;
};

const idsOf = (template: string): string[] => [...library.short.keys()].filter((id) => id.startsWith(`${template}-`));
const idIn = (template: string, shop: string): string => {
  const id = idsOf(template).find((one) => shop === 'all' || one.endsWith(`-${shop}`));
  if (id === undefined) throw new Error(`no ${template} in ${shop}`);
  return id;
};

/** The words by which a customer's temper puts a question off. */
const putOffWordsOf = (persona: string): string =>
  JSON.stringify(
    Object.entries(library.personas.get(persona)?.reacts.slots ?? {}).filter(
      ([slot]) => slot === 'dont-know' || slot.startsWith('asked-'),
    ),
  );
const isAnswered = (id: string, card: number, say: string): boolean => {
  const customer = customerOn(id, card);
  const { told, next } = askedBack(customer, say);
  const text = next?.bubble.kind === 'text' ? next.bubble.text : '';
  const persona = customer.content.data.scenarios[0]?.customer.persona ?? '';
  return told.length > 0 && next?.why.kind === 'fact' && !putOffWordsOf(persona).includes(`"${text}"`);
};

/** Without the moment of a rush and the shop it plays in. */
const templateOf = (id: string): string =>
  id.replace(/(?:-(?:offer-on|offer-over|in-stock|sold-out|protected|unprotected))?-[a-z]+$/, '');
const answersOn = (id: string, card: number): string[] => {
  const { scenarios } = contentFor(library, [id], cardOfSeed(card)).data;
  return scenarios
    .flatMap(({ customer }) => customer.knows.flatMap(({ says }) => says))
    .flatMap((bubble) => (bubble.kind === 'text' ? [bubble.text] : []))
    .filter((text) => [...text.replaceAll(' ', '')].length >= OWN_LENGTH);
};

describe('[J190] what is usually asked of a short customer', () => {
  it.each(Object.entries(LEAST_ANSWERED))('is answered, and not put off: %s', (type, least) => {
    const asked = Object.entries(ASKED)
      .filter(([template]) => template.startsWith(`${type}/`))
      .flatMap(([template, byShop]) =>
        Object.entries(byShop).flatMap(([shop, questions]) =>
          questions.map((say) => ({ id: idIn(template, shop), say })),
        ),
      );
    const unanswered = asked.filter(({ id, say }) => !CARDS.some((card) => isAnswered(id, card, say)));
    const share = (100 * (asked.length - unanswered.length)) / asked.length;
    expect(asked.length).toBeGreaterThanOrEqual(10);
    expect(share, unanswered.map(({ id, say }) => `${id}「${say}」`).join('\n')).toBeGreaterThanOrEqual(least);
  });

  it('asks at least eight things of every template of these types', () => {
    const types = Object.keys(LEAST_ANSWERED);
    const few = [...library.short.keys()].filter((id) => {
      const template = Object.keys(ASKED).find((one) => id.startsWith(`${one}-`));
      const count = Object.values(ASKED[template ?? ''] ?? {}).flat().length;
      return types.some((type) => id.startsWith(`${type}/`)) && count < 8;
    });
    expect(few).toEqual([]);
  });

  it('has an answer of its own in every template: no wording of six characters stands in more than two', () => {
    const templatesOf = new Map<string, Set<string>>();
    for (const id of library.short.keys())
      for (const card of CARDS)
        for (const text of answersOn(id, card))
          templatesOf.set(text, (templatesOf.get(text) ?? new Set()).add(templateOf(id)));
    const shared = [...templatesOf].filter(([, templates]) => templates.size > MOST_TEMPLATES).map(([text]) => text);
    expect(shared).toEqual([]);
  });
});
