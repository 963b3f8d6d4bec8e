/** What a shop offers on the day of a rush: the good of its offer, the good that runs out, and the variants that play then. */
import { randomAt } from '#engine/model/random.ts';
import type { Moment } from '#engine/model/rush.ts';
import { type Card, COMMON_DECK } from '#library/variations/card.ts';
import { type CaseTemplate, type Layout, layOut } from '#library/variations/case-template.ts';
import { cardAbout, keyOfSubject, type MomentSubject, momentOf, subjectsOf } from '#library/variations/moments.ts';
import type { ShopFacts } from '#library/variations/shop-facts.ts';
import { plainOn } from './variant-scenario.ts';

/** Of one moment: the short customer, the card that is about the day's good, and what the shop tells its desks then. */
export type MomentVariant = { scenario: string; card: Card; notice: string | null };

export type ShopDay = {
  /** Null: the shop has no offer that cases know. `price`: cents, with the offer and without. */
  offer: { product: string; price: number; usualPrice: number } | null;
  /** The good that runs out; null: none. */
  soldOut: { product: string } | null;
  variants: { readonly [moment in Moment]?: MomentVariant };
};

/** The goods that are on offer or run out. */
export const goodsOf = ({ offer, soldOut }: ShopDay): string[] =>
  [offer, soldOut].flatMap((good) => good?.product ?? []);

/**
 * Whether a case, a template or a plain one, names one of these goods in any variant: what is right in it may be the
 * price or the stock of a usual day.
 */
export const namesGoods = (authored: object, goods: readonly string[]): boolean =>
  goods.length > 0 && new RegExp(`\\b(${goods.join('|')})\\b`, 'u').test(JSON.stringify(authored));

/** Of a shop that has neither. */
export const NO_SHOP_DAY: ShopDay = { offer: null, soldOut: null, variants: {} };

type MomentTemplate = { moment: Moment; template: CaseTemplate; layout: Layout };

/** `short`: the shop's short customers. Same customers and seed, same day, in every drill (RULES Q70). */
export const shopDay = (
  short: readonly { template: CaseTemplate }[],
  facts: ReadonlyMap<string, ShopFacts>,
  seed: number,
): ShopDay => {
  const templates = short.flatMap(({ template }): MomentTemplate[] => {
    const moment = momentOf(template);
    const shop = facts.get(template.shops[0] ?? '');
    return moment === null || shop === undefined ? [] : [{ moment, template, layout: layOut(template, shop) }];
  });
  const of = (...moments: readonly Moment[]) => templates.filter(({ moment }) => moments.includes(moment));
  const offer = drawn(commonTo(of('offer-on', 'offer-over')), seed, 'offer');
  const stocks = commonTo(of('in-stock', 'sold-out'));
  // A good that is gone can't be on offer.
  const soldOut = drawn(
    stocks.filter(({ goods }) => goods.id !== offer?.goods.id),
    seed,
    'sold-out',
  );
  const about = (subject: MomentSubject | null, ...moments: readonly Moment[]) =>
    subject === null ? [] : of(...moments).flatMap((each) => variantAbout(each, subject, facts, seed));
  return {
    offer: offer && {
      product: offer.goods.id,
      price: offer.goods.cents - offer.off,
      usualPrice: offer.goods.cents,
    },
    soldOut: soldOut && { product: soldOut.goods.id },
    variants: Object.fromEntries([
      ...about(offer, 'offer-on', 'offer-over', 'protected', 'unprotected'),
      ...about(soldOut, 'in-stock', 'sold-out'),
    ]),
  };
};

/** What every one of them has a variant about. */
const commonTo = (templates: readonly MomentTemplate[]): MomentSubject[] => {
  const [first, ...others] = templates.map(({ layout }) => subjectsOf(layout));
  const otherKeys = others.map((subjects) => new Set(subjects.map(keyOfSubject)));
  return (first ?? []).filter((subject) => otherKeys.every((keys) => keys.has(keyOfSubject(subject))));
};

const drawn = (subjects: readonly MomentSubject[], seed: number, purpose: string): MomentSubject | null =>
  subjects[Math.floor(randomAt(seed, 'rush', 'day', 0, purpose) * subjects.length)] ?? null;

const variantAbout = (
  { moment, template, layout }: MomentTemplate,
  subject: MomentSubject,
  facts: ReadonlyMap<string, ShopFacts>,
  seed: number,
): [Moment, MomentVariant][] => {
  const from = Math.floor(randomAt(seed, 'rush', template.id, 0, 'card') * layout.legal.length);
  const card = cardAbout(layout, COMMON_DECK, from, keyOfSubject(subject));
  if (card === null) return [];
  const dealt: Card = { deck: COMMON_DECK, card };
  const notice = plainOn(template, facts, dealt).incident?.notice ?? null;
  return [[moment, { scenario: template.id, card: dealt, notice }]];
};
