/** A figure told otherwise, named with the right one: where that stands, and whether the trainee put it right later. */
import type { TurnJudgement } from '#engine/model/events.ts';
import { folded } from '#language/reading/folded.ts';
import { sameValue } from '#language/reading/same-value.ts';
import type { Value } from '#language/reading/value.ts';
import { valuesIn } from '#language/reading/values.ts';
import type { CaseFacts } from '#scoring/log/case-facts.ts';
import type { TurnHistory } from '#scoring/log/conversation-history.ts';
import { ended } from '#scoring/log/phrasing.ts';
import { type Citation, citationOfQuoted } from '#scoring/suggestions/citation.ts';

type Against = NonNullable<TurnJudgement['against']>[number];
export type Misstated = Against & { right: string };

const figureOf = (right: string): Value | undefined => valuesIn(folded(right))[0];

/** A date with its month is the day alone: 11月18日, 18号. */
const MONTH = 1000;

/** One name for a right figure, however it is written and whichever card has it. */
export const rightName = (right: string): string => {
  const figure = figureOf(right);
  if (figure === undefined) return right;
  const { kind, is, unit } = figure;
  return `${kind === 'number' ? 'amount' : kind}${unit} ${kind === 'date' && is > MONTH ? is % MONTH : is}`;
};

const tells = (text: string, figure: Value): boolean => valuesIn(folded(text)).some((one) => sameValue(one, figure));

/** The card or page, where the figure is written on it; a card that a point cites may be about more than its figure. */
const basisOf = (facts: CaseFacts, { card, right }: Misstated): Citation => {
  const basis = citationOfQuoted(facts, [{ at: card, words: right }]);
  const figure = figureOf(right);
  return basis !== null && figure !== undefined && tells(basis.text, figure) ? basis : null;
};

function becauseOf({ shop }: CaseFacts, { card, right }: Misstated, basis: Citation): string {
  if (basis !== null) return `「${basis.title}」写的是：${ended(basis.text)}`;
  const product = shop.products.find(({ id }) => id === card);
  const figure = figureOf(right);
  const page = product && [...product.facts, ...product.doubts.map(({ answer }) => answer)];
  if (product && !(figure?.kind === 'date' && !page?.some((text) => tells(text, figure))))
    return `「${product.name}」的商品页上是${right}。`;
  const coupon = shop.coupons.find(({ id }) => id === card);
  return coupon ? `店里的券是「${coupon.name}」。` : `查得到的是${right}，说之前看一眼。`;
}

/** Whether a point was answered wrong whose right answer is this very figure. */
export function isSameAnswer(
  facts: CaseFacts,
  points: TurnJudgement['points'],
  { card, right }: Pick<Misstated, 'card' | 'right'>,
): boolean {
  const figure = figureOf(right);
  return points.some(({ state, point }) => {
    const of = state === 'wrong' ? facts.point(point)?.point : undefined;
    return of !== undefined && of.policy === card && figure !== undefined && tells(of.says, figure);
  });
}

/** What the report says of it. */
export function misstatedOf(facts: CaseFacts, one: Misstated, later: readonly TurnHistory[]) {
  const basis = basisOf(facts, one);
  return {
    code: 'against-card' as const,
    detail: `应当是「${one.right}」${isPutRight(one, later) ? '，说错又改了' : ''}`,
    because: becauseOf(facts, one, basis),
    basis,
    better: null,
  };
}

/** Whether a later turn tells the right figure. */
export function isPutRight({ right }: Misstated, later: readonly TurnHistory[]): boolean {
  const figure = figureOf(right);
  return figure !== undefined && later.some(({ judgement }) => tells(judgement.text, figure));
}
