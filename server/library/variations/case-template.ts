/** A case that varies: its text with slots, and the plain case and testplan that one card of its deck gives. */
import { createHash } from 'node:crypto';
import type { VariantMark } from '#engine/model/content.ts';
import type { Path } from '#library/diagnostics/diagnostics.ts';
import type { AuthoredVariation } from '#library/schema/variation.ts';
import { type Card, COMMON_DECK, isUsual } from './card.ts';
import { type Combination, type Combinations, combinationsOf, covering } from './combinations.ts';
import { deal, wordingIndexAt } from './deck.ts';
import { type Choice, type Expanded, expand } from './expand.ts';
import type { Setting } from './forms.ts';
import { withOtherBranches } from './other-branches.ts';
import type { ShopFacts } from './shop-facts.ts';
import { keyOf, type Value, type Values, valueAt } from './value.ts';
import { valueShown } from './value-shown.ts';

/** Plain JSON: a catalog keeps it. */
export type CaseTemplate = {
  id: string;
  /** The case file without `vary` and `shops`, as YAML reads it; `otherwise` is written out. */
  body: Readonly<Record<string, unknown>>;
  /** The testplan file, as YAML reads it; null: there is none. */
  plan: Readonly<Record<string, unknown>> | null;
  vary: AuthoredVariation;
  /** Where the case may play; the first is the usual one. */
  shops: readonly string[];
  /** Of everything above: equal templates give equal variants. */
  hash: string;
};

export type Variant = {
  mark: VariantMark;
  scenario: Expanded;
  testplan: Expanded | null;
  combination: Combination;
};

/** Hex digits. */
const HASH_LENGTH = 24;

export const templateOf = (
  id: string,
  file: Readonly<Record<string, unknown>>,
  vary: AuthoredVariation,
  plan: CaseTemplate['plan'],
): CaseTemplate => {
  const { vary: _, shops, ...body } = file;
  const shopIds = Array.isArray(shops) ? shops.map(String) : [String(file.shop ?? '')];
  return hashed({ id, body: withOtherBranches(body), plan, vary, shops: shopIds });
};

const hashed = (template: Omit<CaseTemplate, 'hash'>): CaseTemplate => ({
  ...template,
  hash: createHash('sha256').update(JSON.stringify(template)).digest('hex').slice(0, HASH_LENGTH),
});

/** A template with other variants under another id. */
export const renamed = (
  { hash: _, ...template }: CaseTemplate,
  { id, vary }: Pick<CaseTemplate, 'id' | 'vary'>,
): CaseTemplate => hashed({ ...template, id, vary });

/** A template that plays in several shops as a case of one of them, with an id of its own. */
export const inShop = ({ hash: _, ...template }: CaseTemplate, shop: string): CaseTemplate =>
  hashed({ ...template, id: `${template.id}-${shop}`, shops: [shop] });

/** A template's combinations in one shop, laid out once. */
export type Layout = Combinations & {
  template: CaseTemplate;
  shop: ShopFacts;
  valuesTaken: Choice['valuesTaken'];
};

const laidOut = new WeakMap<CaseTemplate, Map<string, Layout>>();
/** A short customer's template in one shop has the combinations that the template of all its shops has there. */
const combinedIn = new WeakMap<ShopFacts, WeakMap<AuthoredVariation, Combinations>>();

const combinedOnce = (vary: AuthoredVariation, shop: ShopFacts): Combinations => {
  const ofShop = combinedIn.get(shop) ?? new WeakMap<AuthoredVariation, Combinations>();
  combinedIn.set(shop, ofShop);
  const combinations = ofShop.get(vary) ?? combinationsOf(vary, shop);
  ofShop.set(vary, combinations);
  return combinations;
};

export const layOut = (template: CaseTemplate, shop: ShopFacts): Layout => {
  const layoutsByShop = laidOut.get(template) ?? new Map<string, Layout>();
  laidOut.set(template, layoutsByShop);
  const knownLayout = layoutsByShop.get(shop.id);
  if (knownLayout !== undefined && knownLayout.shop === shop) return knownLayout;
  const combinations = combinedOnce(template.vary, shop);
  const byName = new Map<string, readonly Value[]>();
  const valuesTaken = (name: string): readonly Value[] => {
    const values = byName.get(name) ?? distinct(combinations.legal, name);
    byName.set(name, values);
    return values;
  };
  const layout: Layout = { ...combinations, template, shop, valuesTaken };
  layoutsByShop.set(shop.id, layout);
  return layout;
};

const distinct = (legal: readonly Combination[], name: string): Value[] => {
  const values = legal.flatMap((combination) => valueAt(combination.values, name) ?? []);
  return [...new Map(values.map((value) => [keyOf(value), value])).values()];
};

const decks = new WeakMap<Layout, { deck: string; dealt: readonly Combination[] }>();

/** The variant on a card. Numbers beyond the deck begin it again, with other wordings. Null: nothing is legal. */
export const variantAt = (layout: Layout, card: Card): Variant | null => {
  const combination = combinationAt(layout, card);
  return combination === undefined ? null : variantOf(layout, combination, card);
};

/** What is drawn on a card; undefined: nothing is legal. */
export const combinationAt = (layout: Layout, { deck, card }: Card): Combination | undefined => {
  // The common deck begins with the first combination: dealing the rest takes longer than reading the case.
  if (isUsual({ deck, card })) return layout.legal[0];
  const dealt = dealtFrom(layout, deck);
  return dealt[card % Math.max(dealt.length, 1)];
};

/** The legal combinations in the deck's order: the number of a card is its place. The last deck asked for is kept. */
export const dealtFrom = (layout: Layout, deck: string): readonly Combination[] => {
  const lastDeck = decks.get(layout);
  const dealt = lastDeck?.deck === deck ? lastDeck.dealt : deal(layout.legal, deck);
  decks.set(layout, { deck, dealt });
  return dealt;
};

export const coveringCombinations = (layout: Layout, minCount: number): Combination[] =>
  covering(layout.legal, minCount);

/** Variants in which every pair of draws occurs, at least `minCount` where there are so many; for the checks. */
export const coveringVariants = (layout: Layout, minCount: number): Variant[] => {
  return coveringCombinations(layout, minCount).map((combination, card) =>
    variantOf(layout, combination, { deck: COMMON_DECK, card }),
  );
};

/** `dressed`: values instead of those that the card dresses the case with; `linesTaken`: see `Choice`. */
export const variantOf = (
  { template, shop, valuesTaken }: Pick<Layout, 'template' | 'shop' | 'valuesTaken'>,
  combination: Combination,
  card: Card,
  { dressed = {}, linesTaken }: { dressed?: Values; linesTaken?: ReadonlySet<string> } = {},
): Variant => {
  const values: Values = { ...combination.values, ...dressValues(template.vary, card), ...dressed };
  const setting = settingOf(values);
  const choice: Choice = { values, card, setting, valuesTaken, ...(linesTaken && { linesTaken }) };
  const scenario = expand({ ...template.body, shop: shop.id }, choice);
  const testplan =
    template.plan === null ? null : withoutAbsentBeats(expand(template.plan, choice), template, scenario);
  const drawTexts = Object.fromEntries(
    Object.entries(combination.draws).map(([name, value]) => [name, valueShown(value, setting)]),
  );
  return { mark: { ...card, template: template.hash, drawn: drawTexts }, scenario, testplan, combination };
};

export const settingOf = (values: Values): Setting => {
  const today = valueAt(values, TODAY);
  return { today: today?.kind === 'date' ? today.day : null };
};

/** The variable that the story's date is written with: from it 昨天 and 明天 count. */
const TODAY = '今天';

/** What only looks different goes round with the cards; it has no part in the deck. */
const dressValues = ({ dress }: AuthoredVariation, card: Card): Values => {
  return Object.fromEntries(
    Object.entries(dress ?? {}).flatMap(([name, authored]): [string, Value][] => {
      const items: readonly unknown[] = Array.isArray(authored) ? authored : authored.rows;
      const item = items[wordingIndexAt(items.length, `dress/${name}`, card)];
      return item === undefined ? [] : [[name, wordOrRow(item)]];
    }),
  );
};

const wordOrRow = (item: unknown): Value => {
  if (typeof item === 'object' && item !== null)
    return {
      kind: 'row',
      fields: Object.fromEntries(
        Object.entries(item).map(([name, inner]) => [name, { kind: 'word', text: String(inner) }]),
      ),
    };
  return { kind: 'word', text: String(item) };
};

/** A reply to a beat that this variant doesn't have, but the template does, isn't said. */
const withoutAbsentBeats = (plan: Expanded, template: CaseTemplate, scenario: Expanded): Expanded => {
  const absentBeats = new Set(beatIds(template.body));
  for (const id of beatIds(scenario.value)) absentBeats.delete(id);
  if (absentBeats.size === 0 || !isRecord(plan.value)) return plan;
  const keptIndexes = new Map<string, number[]>();
  const value = Object.fromEntries(
    Object.entries(plan.value).map(([name, trainee]) => {
      if (!isRecord(trainee) || !Array.isArray(trainee.replies)) return [name, trainee];
      const replies: readonly unknown[] = trainee.replies;
      const stayingIndexes = [...replies.keys()].filter((index) => {
        const reply = replies[index];
        return !isRecord(reply) || !absentBeats.has(String(reply.to).split('/').at(-1) ?? '');
      });
      keptIndexes.set(name, stayingIndexes);
      return [name, { ...trainee, replies: stayingIndexes.map((index) => replies[index]) }];
    }),
  );
  return { ...plan, value, placeOf: (path) => plan.placeOf(placeBeforeFilter(path, keptIndexes)) };
};

const placeBeforeFilter = (path: Path, keptIndexes: ReadonlyMap<string, readonly number[]>): Path => {
  const [name, part, index, ...rest] = path;
  const indexBefore =
    part === 'replies' && typeof index === 'number' ? keptIndexes.get(String(name))?.[index] : undefined;
  return indexBefore === undefined ? path : [String(name), 'replies', indexBefore, ...rest];
};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const beatIds = (body: unknown): string[] => {
  const beats = isRecord(body) ? body.beats : null;
  return Array.isArray(beats)
    ? beats.flatMap((beat) => (isRecord(beat) && typeof beat.id === 'string' ? [beat.id] : []))
    : [];
};
