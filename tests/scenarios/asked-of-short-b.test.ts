/** Usual questions put to short customers after the sale: they tell what they know instead of putting it off. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { boundIn } from '#library/variations/story-words.ts';
import { askedBack, type ShortCustomer, shortCustomers } from '#tests/scenarios/ground/asked-back.ts';
import { library } from '#tests/support/library.ts';
import QUESTIONS from './asked-of-short-b.json' with { type: 'json' };

/** Questions in 100 that are answered, by type. Only ever raised. */
const LEAST_ANSWERED: Record<string, number> = {
  'shipping-urge': 90,
  'order-change': 85,
  'return-dispute': 85,
  'quality-claim': 85,
  'logistics-complaint': 85,
  'complaint-escalation': 85,
  'account-security': 85,
};
const TEMPLATES = Object.keys(QUESTIONS) as (keyof typeof QUESTIONS)[];
const typeOf = (template: string): string => template.slice(0, template.indexOf('/'));

/** What a temper says in place of an answer: 日子说不准, 还没想好呢, 我看看. */
const putOffWords = ({ content }: ShortCustomer): string[] =>
  content.data.scenarios.flatMap(({ customer }) =>
    Object.entries(library.personas.get(customer.persona)?.reacts.slots ?? {})
      .filter(([slot]) => slot.startsWith('asked-') || slot === 'dont-know')
      .flatMap(([, reaction]) => reaction.bursts.flat())
      .flatMap((bubble) => (bubble.kind === 'text' ? [bubble.text] : [])),
  );

describe('[J192] short customers after the sale, asked what a careful agent asks', () => {
  const customers = new Map(
    shortCustomers([0]).map((customer) => [`${typeOf(customer.id)}/${customer.template}`, customer]),
  );

  it('are asked eight questions or more each, of every template of these types', () => {
    const types = new Set(TEMPLATES.map(typeOf));
    expect([...types].toSorted()).toEqual(Object.keys(LEAST_ANSWERED).toSorted());
    expect([...customers.keys()].filter((template) => types.has(typeOf(template))).toSorted()).toEqual(
      TEMPLATES.toSorted(),
    );
    for (const template of TEMPLATES) expect(QUESTIONS[template].length, template).toBeGreaterThanOrEqual(8);
  });

  it.each(Object.entries(LEAST_ANSWERED))('answer in %s %i in 100', (type, least) => {
    const asked = TEMPLATES.filter((template) => typeOf(template) === type).flatMap((template) =>
      QUESTIONS[template].map((question) => ({ template, question })),
    );
    const putOff = asked.filter(({ template, question }) => {
      const customer = customers.get(template);
      if (customer === undefined) return true;
      const { told, next } = askedBack(customer, question);
      const words = next?.bubble.kind === 'text' ? next.bubble.text : '';
      return told.length === 0 || putOffWords(customer).includes(words);
    });
    const share = Math.floor((100 * (asked.length - putOff.length)) / asked.length);
    expect(
      share,
      putOff.map(({ template, question }) => `${template}「${question}」`).join('\n'),
    ).toBeGreaterThanOrEqual(least);
  });
});

/** What the customer of a template says when asked, wording by wording. */
const sideAnswers = (template: string): string[] => {
  const text = readFileSync(join(import.meta.dirname, '../../scenarios/short', `${template}.yaml`), 'utf8');
  const knows = /\n {2}knows:\n((?: {4}.*\n)+)/.exec(text)?.[1] ?? '';
  return [...knows.matchAll(/^ {6}says: (.*)$/gm)].flatMap(([, says = '']) =>
    says
      .replace(/when: (?:\[[^\]]*\]|[^,]+), use:|else:|any:/g, '')
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
