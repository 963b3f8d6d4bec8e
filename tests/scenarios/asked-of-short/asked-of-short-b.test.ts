/** Usual questions put to short customers after the sale: they tell what they know instead of putting it off. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Reaction } from '#engine/model/content.ts';
import { boundIn } from '#library/variations/story-words.ts';
import { askedBack, type ShortCustomer, shortCustomers } from '#tests/scenarios/ground/asked-back.ts';
import { library } from '#tests/support/library.ts';
import QUESTIONS from './asked-of-short-b.json' with { type: 'json' };

/** Questions in 100 that are answered, by type. Only ever raised. */
const LEAST_ANSWERED: Record<string, number> = {
  'shipping-urge': 92,
  'order-change': 86,
  'return-dispute': 97,
  'quality-claim': 94,
  'logistics-complaint': 98,
  'complaint-escalation': 87,
  'account-security': 98,
};
const TEMPLATES = Object.keys(QUESTIONS) as (keyof typeof QUESTIONS)[];
const typeOf = (template: string): string => template.slice(0, template.indexOf('/'));

const putOffSlots = (slots: Readonly<Record<string, Reaction>>): Reaction[] =>
  Object.entries(slots)
    .filter(([slot]) => slot.startsWith('asked-') || slot === 'dont-know')
    .map(([, reaction]) => reaction);

/** What a temper says in place of an answer: 日子说不准, 还没想好呢, 我看看. */
const putOffWords = ({ content }: ShortCustomer): string[] =>
  content.data.scenarios.flatMap(({ customer: { persona } }) =>
    putOffSlots(library.personas.get(persona)?.reacts.slots ?? {})
      .flatMap(({ bursts }) => bursts ?? [])
      .flatMap((burst) => burst ?? [])
      .flatMap((bubble) => (bubble.kind === 'text' ? [bubble.text] : [])),
  );

describe('[J192] short customers after the sale, asked what a careful agent asks', () => {
  const customers = shortCustomers([0, 1, 2]);
  const customersOf = (template: string): ShortCustomer[] =>
    customers.filter(({ id }) => id === template || id.startsWith(`${template}-`));

  it('are asked eight questions or more each, of every template of these types', () => {
    const types = new Set(TEMPLATES.map(typeOf));
    expect([...types].toSorted()).toEqual(Object.keys(LEAST_ANSWERED).toSorted());
    const known = new Set(TEMPLATES.flatMap(customersOf));
    expect(customers.filter((customer) => types.has(typeOf(customer.id)) && !known.has(customer))).toEqual([]);
    for (const template of TEMPLATES) {
      expect(QUESTIONS[template].length, template).toBeGreaterThanOrEqual(8);
      expect(customersOf(template).length, template).toBeGreaterThanOrEqual(3);
    }
  });

  it.each(Object.entries(LEAST_ANSWERED))('answer in %s %i in 100', (type, least) => {
    const asked = TEMPLATES.filter((template) => typeOf(template) === type).flatMap((template) =>
      customersOf(template).flatMap((customer) => QUESTIONS[template].map((question) => ({ customer, question }))),
    );
    const putOff = asked.filter(({ customer, question }) => {
      const { told, next } = askedBack(customer, question);
      const words = next?.bubble.kind === 'text' ? next.bubble.text : '';
      return told.length === 0 || putOffWords(customer).includes(words);
    });
    const share = Math.floor((100 * (asked.length - putOff.length)) / asked.length);
    const lines = putOff.map(({ customer, question }) => `${customer.template}「${question}」`);
    expect(share, lines.join('\n')).toBeGreaterThanOrEqual(least);
  });
});

/** What the customer of a template says when asked, wording by wording. */
const sideAnswers = (template: string): string[] => {
  const text = readFileSync(join(import.meta.dirname, '../../../scenarios/short', `${template}.yaml`), 'utf8');
  const knows = /\n {2}knows:\n((?: {4}.*\n)+)/.exec(text)?.[1] ?? '';
  return [...knows.matchAll(/^ {6}says: (.*)$/gm)].flatMap(([, says = '']) =>
    says
      .replace(/any:|when: (?:\[[^\]]*\]|[^,]+), use:|else:/g, '')
      .split(/[{}[\],⏎]/)
      .map((wording) => wording.trim())
      .filter((wording) => wording !== ''),
  );
};

describe('[J193] side answers of short customers after the sale', () => {
  it('are their own: none of six characters or more stands in more than two templates', () => {
    const templatesOf = new Map<string, string[]>();
    for (const template of TEMPLATES)
      for (const wording of new Set(sideAnswers(template)))
        if (wording.length >= 6 && !wording.includes('【'))
          templatesOf.set(wording, [...(templatesOf.get(wording) ?? []), template]);
    expect(templatesOf.size).toBeGreaterThan(200);
    expect([...templatesOf].filter(([, templates]) => templates.length > 2)).toEqual([]);
  });

  it('keep none of them from a rush by an hour or a date written out', () => {
    const binding = TEMPLATES.flatMap((template) =>
      sideAnswers(template)
        .filter((wording) => {
          const { date, hour, forenoon } = boundIn([wording]);
          return date || hour || forenoon;
        })
        .map((wording) => `${template} ${wording}`),
    );
    expect(binding).toEqual([]);
  });
});
