/** A case in a rush, ready to be pinned: on the rush's day and, where the case allows it, at its hour (RULES Q73). */
import type { Burst, Scenario } from '#engine/model/content.ts';
import { storyOf } from '#engine/model/story-time.ts';
import type { Testplan } from '#library/schema/testplan.ts';
import type { Card } from '#library/variations/card.ts';
import { type CaseTemplate, layOut, type Variant } from '#library/variations/case-template.ts';
import { timeOf } from '#library/variations/come-again.ts';
import { lineKey } from '#library/variations/expand.ts';
import { withLatelyMoved } from '#library/variations/lately.ts';
import type { ShopFacts } from '#library/variations/shop-facts.ts';
import { isAhead, isHourBound, namesIn, stagedVariant } from '#library/variations/staging.ts';
import { keyOfStaging, type Staging } from '#library/variations/story-time.ts';
import { boundIn, movedBy } from '#library/variations/story-words.ts';
import { dayOf, minutesOf } from '#library/variations/value.ts';
import { plainOf, scenarioOn, variantOn } from './variant-scenario.ts';

const DAYS_A_WEEK = 7;

/** `earlier`: what is drawn for those of the same case who come before; who comes again is somebody else (RULES Q73). */
type Dealt = { staging: Staging; card: Card; isWanted: boolean; earlier?: readonly Scenario[] };

/**
 * The first card from this one on that can be played then, else this one on that day at its own hour; `isWanted`: this
 * very card, with what it draws. Whoever deals asks `canPlay` before.
 */
export const stagedOn = (template: CaseTemplate, facts: ReadonlyMap<string, ShopFacts>, dealt: Dealt): Scenario => {
  const variant = dealtVariant(template, facts, dealt);
  return variant === null ? scenarioOn(template, facts, dealt.card) : plainOf(template, variant).scenario;
};

/** The testplan of what `stagedOn` deals: its trainees know the figures and days of that very customer. */
export const stagedTestplan = (
  template: CaseTemplate,
  facts: ReadonlyMap<string, ShopFacts>,
  dealt: Dealt,
): Testplan | undefined =>
  plainOf(template, dealtVariant(template, facts, dealt) ?? variantOn(template, facts, dealt.card)).testplan;

const dealtVariant = (template: CaseTemplate, facts: ReadonlyMap<string, ShopFacts>, dealt: Dealt) =>
  stagedVariantFor(template, facts, dealt) ?? stagedVariantFor(template, facts, { ...dealt, isWanted: true });

/** The first variant from this card on that can be played then; null: none. `isWanted`: of this card alone. */
export const stagedVariantFor = (
  template: CaseTemplate,
  facts: ReadonlyMap<string, ShopFacts>,
  { staging, card, isWanted, earlier = [] }: Dealt,
) => {
  const shop = facts.get(template.shops[0] ?? '');
  if (shop === undefined) return null;
  const layout = layOut(template, shop);
  const tries = isWanted ? 1 : layout.legal.length;
  // Who comes again is dealt the next card that can be played, and the same one only where there is no other.
  let before = isWanted ? 0 : timeOf(template.id) - 1;
  let found: Variant | null = null;
  let [leastAlike, tried] = [Number.POSITIVE_INFINITY, 0];
  for (let i = 0; i < tries && tried < MOST_WORDINGS; i += 1) {
    const next = { ...card, card: card.card + i };
    const variant = stagedVariant(layout, next, staging, isWanted);
    if (variant === null) continue;
    const dealt = { ...variant, mark: { ...variant.mark, ...next } };
    const drawn = JSON.stringify(variant.mark.drawn);
    if (earlier.some((other) => JSON.stringify(other.variant?.drawn) === drawn)) {
      found ??= dealt;
      continue;
    }
    if (before > 0) {
      before -= 1;
      if (leastAlike === Number.POSITIVE_INFINITY) found = dealt;
      continue;
    }
    const alike = earlier.length === 0 ? 0 : sharedLines(plainOf(template, dealt).scenario, earlier);
    if (alike === 0) return dealt;
    tried += 1;
    if (alike < leastAlike) [found, leastAlike] = [dealt, alike];
  }
  return found;
};

/** Cards of whoever comes again that are looked at for other words (RULES J172). */
const MOST_WORDINGS = 12;

const FIGURES = /\d+(?:\.\d+)?/g;
const wordsOf = (burst: Burst): string =>
  burst.flatMap((bubble) => (bubble.kind === 'text' ? [bubble.text.replaceAll(FIGURES, '#')] : [])).join('\n');

/** The words a customer begins with, figures aside, and those they are content with and go on with. */
const ownLines = ({ beats }: Scenario): { opening: string; content: string[] } => ({
  opening: wordsOf(beats[0]?.says ?? []),
  content: beats.flatMap(({ reacts, says }, index) => [
    ...(reacts.slots.resolved?.bursts ?? []).map(wordsOf),
    ...(index === 0 || says === null ? [] : [wordsOf(says)]),
  ]),
});

const linesIn = (burst: Burst): string[] => (burst.length === 0 ? [] : wordsOf(burst).split('\n').map(lineKey));

/** The lines these customers begin with, are content with, go on with and answer a question with. */
export const linesOf = (scenarios: readonly Scenario[]): Set<string> =>
  new Set(
    scenarios.flatMap(({ beats, customer }) => [
      ...beats.flatMap(({ reacts, says }) => [...(reacts.slots.resolved?.bursts ?? []), says ?? []].flatMap(linesIn)),
      ...customer.knows.flatMap(({ says }) => linesIn(says)),
    ]),
  );

/** A line of so many characters is its customer's own: 换个码换了十来天 isn't said by two. */
const OWN_CHARS = 6;

/** How much of it others of the same case say in the same words: beginning alike weighs most. */
const sharedLines = (scenario: Scenario, others: readonly Scenario[]): number => {
  const { opening, content } = ownLines(scenario);
  const theirs = others.map(ownLines);
  const contentAlike = content.filter((line) => theirs.some((other) => other.content.includes(line))).length;
  const own = opening.split('\n').filter((line) => line.length >= OWN_CHARS);
  const beginsAlike = theirs.some(
    (other) => other.opening === opening || own.some((line) => other.opening.split('\n').includes(line)),
  );
  return (beginsAlike ? content.length + 1 : 0) + contentAlike;
};

const playable = new WeakMap<CaseTemplate, Map<string, boolean>>();

/** Whether any card of the template can be played then. */
export const canPlay = (template: CaseTemplate, facts: ReadonlyMap<string, ShopFacts>, staging: Staging): boolean => {
  const known = playable.get(template) ?? new Map<string, boolean>();
  playable.set(template, known);
  const key = keyOfStaging(staging);
  const answer =
    known.get(key) ??
    stagedVariantFor(template, facts, { staging, card: { deck: '', card: 0 }, isWanted: false }) !== null;
  known.set(key, answer);
  return answer;
};

/** A case that doesn't vary; null where it can't be played then. A name is its author's. */
export const stagedPlain = (scenario: Scenario, { date, time }: Staging): Scenario | null => {
  const own = storyOf(scenario);
  const [day, ownDay] = [dayOf(date), dayOf(own.date)];
  if (day === null || ownDay === null) return null;
  const days = day - ownDay;
  const bound = boundIn(scenario);
  if (
    (bound.date && days !== 0) ||
    (bound.weekday && days % DAYS_A_WEEK !== 0) ||
    isHourBound(bound, minutesOf(time) ?? 0)
  )
    return null;
  const clocks = { date, from: minutesOf(own.time) ?? 0, to: minutesOf(time) ?? 0 };
  const staged = { ...withLatelyMoved(movedBy(scenario, days, ownDay), clocks), story: { date, time } };
  return isAhead({ orders: staged.orders, before: staged.before }, { date, time }) ? null : staged;
};

/**
 * A customer whose name nobody else in the rush has: the card's own, else another of the template's, else one of the shop's
 * other short customers (RULES Q73). `make`: the customer by a name; null: the card's.
 */
export const namedApart = (
  names: Set<string>,
  short: ReadonlyMap<string, { template: CaseTemplate; scenario: Scenario }>,
  template: CaseTemplate,
  make: (name: string | null) => Scenario,
): Scenario => {
  const scenario = make(null);
  const own = namesIn(template);
  const isFree = (name: string): boolean => !names.has(name);
  const others = (): string[] =>
    [...short.values()].flatMap((other) => (other.scenario.shop === scenario.shop ? namesIn(other.template) : []));
  const free =
    isFree(scenario.customer.name) || own.length === 0 ? undefined : (own.find(isFree) ?? others().find(isFree));
  names.add(free ?? scenario.customer.name);
  return free === undefined ? scenario : make(free);
};
