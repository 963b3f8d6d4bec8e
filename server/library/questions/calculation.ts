/** Questions whose numbers are drawn: the same draws and reckonings that make cases vary. */
import type { AuthoredQuestion } from '#library/schema/questions.ts';
import { USUAL_CARD } from '#library/variations/card.ts';
import { combinationsOf } from '#library/variations/combinations.ts';
import { expand } from '#library/variations/expand.ts';
import type { VariationFault } from '#library/variations/faults.ts';
import type { ShopFacts } from '#library/variations/shop-facts.ts';
import { type Value, type Values, valueAt } from '#library/variations/value.ts';

/** A formula and what it is made of, as authored. `answer`: the variable that is asked for. */
export type Draw = {
  draw: NonNullable<AuthoredQuestion['draw']>;
  reckon?: AuthoredQuestion['reckon'];
  never?: AuthoredQuestion['never'];
  answer: string;
  unit: string;
  tolerance: number;
};

/** A general question draws no goods. */
export const NO_SHOP: ShopFacts = { id: '', goods: {}, coupons: {}, rules: {} };

const CENTS = 100;
/** Money is asked for to the cent: half a cent either way is the same figure. */
export const TO_THE_CENT = 0.005;

/** Every set of numbers that the question may be asked with, or why there is none; paths lie within the question. */
export const drawnValues = (
  { draw, reckon, never, answer }: Draw,
  shop: ShopFacts,
): { legal: readonly Values[]; faults: readonly VariationFault[] } => {
  const { legal, faults } = combinationsOf({ draw, reckon, never, answer: [answer] }, shop);
  return { legal: legal.map(({ values }) => values), faults };
};

/** The answer in the question's unit (money in yuan); null where the formula gives no number. */
export const figureOf = ({ answer }: Pick<Draw, 'answer'>, values: Values): number | null => {
  const value: Value | undefined = valueAt(values, answer);
  if (value?.kind === 'money') return value.cents / CENTS;
  return value?.kind === 'number' && Number.isFinite(value.number) ? value.number : null;
};

/** A text with its slots filled. */
export const filled = (text: string, values: Values): { text: string; faults: readonly VariationFault[] } => {
  const { value, faults } = expand(text, {
    values,
    card: USUAL_CARD,
    setting: { today: null },
    valuesTaken: () => [],
  });
  return { text: String(value), faults };
};
