/**
 * What the shop announces for one customer of a rush holds for all others there: 今晚修护霜直播价148 in the announcements,
 * and a customer who is right to pay 168 for it, can't be at one desk (RULES J163).
 */
import type { Scenario } from '#engine/model/content.ts';
import type { DealsById } from '#library/variations/card.ts';
import type { CaseTemplate } from '#library/variations/case-template.ts';
import { caseIdOf } from '#library/variations/come-again.ts';
import type { ShopFacts } from '#library/variations/shop-facts.ts';
import { namesGoods } from './shop-day.ts';
import { linesOf, stagedOn } from './staged-scenario.ts';

/** The good whose price a customer's own announcement changes; null: none. */
export const announcedGood = ({ incident, customer }: Scenario): string | null =>
  incident?.notice == null ? null : (incident.changes?.product ?? customer.enters ?? null);

/** States of an order in which its price is still to come. */
const OPEN_STATES: readonly string[] = ['unpaid', 'cancelled'];
const PRICE_WORDS = /价保|差价|降价|补差|直播价|活动价/u;

/** Whether what is right for this customer hangs on what that good costs now. */
export const turnsOnPrice = (scenario: Scenario, good: string): boolean => {
  if (!namesGoods(scenario, [good])) return false;
  const isBought = scenario.orders.some(
    ({ status, items }) => !OPEN_STATES.includes(status) && items.some(({ product }) => product === good),
  );
  return !isBought || PRICE_WORDS.test(JSON.stringify([scenario.beats, scenario.orders]));
};

/** Another of a customer's cards, the n-th from 1 on; null: this customer is the same on every card. */
type OtherCard = (index: number, n: number) => Scenario | null;

/** Cards that are tried for one customer. */
const MOST_TRIES = 12;

/**
 * Everybody in the same order, on cards on which nobody's price is contradicted by another's announcement where there are
 * such. Who isn't dealt to a rush, and whom a moment of the shop asks for, stays.
 */
export const apartFromNotices = (
  scenarios: readonly Scenario[],
  deals: DealsById,
  templateOf: (id: string) => CaseTemplate | undefined,
  facts: ReadonlyMap<string, ShopFacts>,
): readonly Scenario[] => {
  if (deals.size === 0 || scenarios.every((scenario) => announcedGood(scenario) === null)) return scenarios;
  const cardAt: OtherCard = (index, n) => {
    const { id = '', customer, variant } = scenarios[index] ?? {};
    const template = templateOf(id);
    const { card: wanted, staging } = deals.get(id) ?? {};
    if (variant === undefined || template === undefined || staging === undefined || wanted !== undefined) return null;
    const card = { deck: variant.deck, card: variant.card + n };
    const others = scenarios.filter((_, at) => at !== index);
    const named = { ...staging, ...(customer && { name: customer.name }), linesTaken: linesOf(others) };
    const earlier = others.filter((other) => caseIdOf(other.id) === caseIdOf(id));
    return stagedOn(template, facts, { staging: named, card, isWanted: false, earlier });
  };
  const known = new Map<string, Scenario | null>();
  const otherCard: OtherCard = (index, n) => {
    const key = `${index} ${n}`;
    const card = known.has(key) ? (known.get(key) ?? null) : cardAt(index, n);
    known.set(key, card);
    return card;
  };
  return movedApart(scenarios, otherCard);
};

const movedApart = (scenarios: readonly Scenario[], otherCard: OtherCard): readonly Scenario[] => {
  const kept = [...scenarios];
  for (const [index, scenario] of kept.entries()) {
    if (announcedGood(scenario) === null) continue;
    const others = kept.flatMap((other, i) => (i === index ? [] : [{ other, i }]));
    const isFree = (card: Scenario, isAsked: (i: number) => boolean): boolean =>
      !others.some(({ other, i }) => isAsked(i) && turnsOnPrice(other, announcedGood(card) ?? ''));
    const isStuck = (i: number): boolean =>
      announcedGood(kept[i] as Scenario) !== null || isOfOneGood(i, kept[i] as Scenario, otherCard);
    kept[index] =
      firstOn(index, scenario, otherCard, (card) => isFree(card, () => true)) ??
      firstOn(index, scenario, otherCard, (card) => isFree(card, isStuck)) ??
      scenario;
  }
  const goods = kept.map(announcedGood);
  return kept.map((scenario, index) => {
    const announced = goods.flatMap((good, i) => (good === null || i === index ? [] : [good]));
    const isApart = (card: Scenario): boolean =>
      announcedGood(card) === goods[index] && !announced.some((good) => turnsOnPrice(card, good));
    return firstOn(index, scenario, otherCard, isApart) ?? scenario;
  });
};

/** Whether a customer comes about the same good on all their next cards. */
const isOfOneGood = (index: number, { customer }: Scenario, otherCard: OtherCard): boolean =>
  [1, 2, 3].every((n) => {
    const card = otherCard(index, n);
    return card === null || card.customer.enters === customer.enters;
  });

/** This customer on the first card, from their own on, of which that is true; null: on none that is tried. */
const firstOn = (
  index: number,
  scenario: Scenario,
  otherCard: OtherCard,
  isFitting: (card: Scenario) => boolean,
): Scenario | null => {
  if (isFitting(scenario)) return scenario;
  for (let n = 1; n <= MOST_TRIES; n += 1) {
    const card = otherCard(index, n);
    if (card === null) return null;
    if (isFitting(card)) return card;
  }
  return null;
};
