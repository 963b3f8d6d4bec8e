/** The plain scenario of a card, ready to be pinned: with its exemplars and the mark of which variant it is. */
import type { Scenario } from '#engine/model/content.ts';
import { scenarioFile } from '#library/schema/scenario.ts';
import { type Testplan, testplanFile, toTestplan } from '#library/schema/testplan.ts';
import { type Card, isUsual, keyOf, USUAL_CARD } from '#library/variations/card.ts';
import { type CaseTemplate, layOut, type Variant, variantAt } from '#library/variations/case-template.ts';
import { lruCache } from '#library/variations/lru-cache.ts';
import type { ShopFacts } from '#library/variations/shop-facts.ts';
import { withExemplars } from './exemplars.ts';
import { toScenario } from './normalise.ts';

/** Cards of a template that are kept beside the usual one: a class with one card each comes back to none of them. */
const MAX_OTHERS = 4;
type Kept = {
  facts: ReadonlyMap<string, ShopFacts>;
  usual: ReturnType<typeof lruCache<Scenario>>;
  others: ReturnType<typeof lruCache<Scenario>>;
};
const kept = new WeakMap<CaseTemplate, Kept>();

/**
 * The plain scenario of a card, the same object each time for the usual card and the last few others: what the engine
 * has compiled of a case hangs on its objects, and compiling takes longer than a drill.
 * Throws where the template can't give this card: the checks have let no such template through.
 */
export const scenarioOn = (template: CaseTemplate, facts: ReadonlyMap<string, ShopFacts>, card: Card): Scenario => {
  const cached = kept.get(template);
  const cachedTemplate =
    cached?.facts === facts ? cached : { facts, usual: lruCache<Scenario>(1), others: lruCache<Scenario>(MAX_OTHERS) };
  kept.set(template, cachedTemplate);
  const make = (): Scenario => plainOf(template, variantOn(template, facts, card)).scenario;
  return (isUsual(card) ? cachedTemplate.usual : cachedTemplate.others)(keyOf(card), make);
};

export const variantOn = (template: CaseTemplate, facts: ReadonlyMap<string, ShopFacts>, card: Card): Variant => {
  const shops = template.shops.flatMap((id) => facts.get(id) ?? []);
  // Neighbouring cards of a case that plays in several shops play in different ones.
  const shop = shops[card.card % Math.max(shops.length, 1)];
  const variant =
    shop === undefined
      ? null
      : variantAt(layOut(template, shop), { ...card, card: Math.floor(card.card / shops.length) });
  if (variant === null) throw new Error(`${template.id} has no variant ${card.deck}/${card.card}`);
  return { ...variant, mark: { ...variant.mark, ...card } };
};

/** The plain scenario of the template's usual variant in its first shop; null: the variant has not the shape of a case. */
export const usualPlain = (template: CaseTemplate, facts: ReadonlyMap<string, ShopFacts>): Scenario | null => {
  const shop = facts.get(template.shops[0] ?? '');
  const usual = shop === undefined ? null : variantAt(layOut(template, shop), USUAL_CARD);
  const authored = usual === null ? null : scenarioFile.safeParse(usual.scenario.value);
  return authored?.success === true ? { ...toScenario(authored.data), id: template.id } : null;
};

/** The plain scenario of a card without exemplars and mark: enough for lists, quicker than `scenarioOn`. */
export const plainOn = (template: CaseTemplate, facts: ReadonlyMap<string, ShopFacts>, card: Card): Scenario => ({
  ...toScenario(scenarioFile.parse(variantOn(template, facts, card).scenario.value)),
  id: template.id,
});

/** A variant as the loader gives a plain case. Throws where its text has not the shape of a case. */
export const plainOf = (
  { id }: CaseTemplate,
  { scenario, testplan, mark }: Variant,
): { scenario: Scenario; testplan: Testplan | undefined } => {
  const authored = scenarioFile.parse(scenario.value);
  const plan = testplan === null ? undefined : toTestplan(testplanFile.parse(testplan.value));
  return { scenario: { ...withExemplars({ ...toScenario(authored), id }, plan), variant: mark }, testplan: plan };
};
