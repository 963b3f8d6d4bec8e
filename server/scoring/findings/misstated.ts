/**
 * A figure told otherwise than a card or page has it: the right one, where that stands, and whether the trainee put it
 * right later.
 */
import type { TurnJudgement } from '#engine/model/events.ts';
import { say } from '#i18n/say.ts';
import { folded } from '#language/reading/folded.ts';
import { isSameValue } from '#language/reading/same-value.ts';
import type { Value } from '#language/reading/value.ts';
import { valuesIn } from '#language/reading/values.ts';
import type { CaseFacts } from '#scoring/log/case-facts.ts';
import type { TurnHistory } from '#scoring/log/conversation-history.ts';
import { withEndMark } from '#scoring/log/phrasing.ts';
import { type Citation, citationOfQuoted } from '#scoring/suggestions/citation.ts';

type Against = NonNullable<TurnJudgement['against']>[number];
export type Misstated = Against & { right: string };

const figureOf = (right: string): Value | undefined => valuesIn(folded(right))[0];

/** Dates above this have a month in thousands; the name takes the day alone: 11月18日 is 18号. */
const MONTH = 1000;

/** One name for a right figure, however it is written and whichever card has it. */
export const rightName = (right: string): string => {
  const figure = figureOf(right);
  if (figure === undefined) return right;
  const { kind, quantity, unit } = figure;
  return `${kind === 'number' ? 'amount' : kind}${unit} ${kind === 'date' && quantity > MONTH ? quantity % MONTH : quantity}`;
};

const tells = (text: string, figure: Value): boolean =>
  valuesIn(folded(text)).some((value) => isSameValue(value, figure));

/** The card or page if the figure is written on it. A point may cite a card that is about something else. */
const basisOf = (caseFacts: CaseFacts, { card, right }: Misstated): Citation => {
  const basis = citationOfQuoted(caseFacts, [{ at: card, words: right }]);
  const figure = figureOf(right);
  return basis !== null && figure !== undefined && tells(basis.text, figure) ? basis : null;
};

function becauseOf({ shop }: CaseFacts, { card, right }: Misstated, basis: Citation): string {
  if (basis !== null) return say('findings:card.says', { card: basis.title, text: withEndMark(basis.text) });
  const product = shop.products.find(({ id }) => id === card);
  const figure = figureOf(right);
  const page = product && [...product.facts, ...product.doubts.map(({ answer }) => answer)];
  if (product && !(figure?.kind === 'date' && !page?.some((text) => tells(text, figure))))
    return say('findings:card.page', { product: product.name, right });
  const coupon = shop.coupons.find(({ id }) => id === card);
  return coupon ? say('findings:card.coupon', { coupon: coupon.name }) : say('findings:card.known', { right });
}

/** Whether the turn answers a point wrong whose right answer is this very figure. */
export function isSameAnswer(
  caseFacts: CaseFacts,
  points: TurnJudgement['points'],
  { card, right }: Pick<Misstated, 'card' | 'right'>,
): boolean {
  const figure = figureOf(right);
  return points.some(({ state, point }) => {
    const of = state === 'wrong' ? caseFacts.point(point)?.point : undefined;
    return of !== undefined && of.policy === card && figure !== undefined && tells(of.says, figure);
  });
}

/** The texts of the finding: the right figure, its ground, and whether it was put right. */
export function misstatedOf(caseFacts: CaseFacts, note: Misstated, later: readonly TurnHistory[]) {
  const basis = basisOf(caseFacts, note);
  const { right } = note;
  const putRight = isPutRight(note, later);
  return {
    code: 'against-card' as const,
    detail: say(putRight ? 'findings:wrong.put-right' : 'findings:wrong.detail', { right }),
    parts: { right, putRight },
    because: becauseOf(caseFacts, note, basis),
    basis,
    better: null,
  };
}

/** Whether a later turn tells the right figure. */
export function isPutRight({ right }: Misstated, later: readonly TurnHistory[]): boolean {
  const figure = figureOf(right);
  return figure !== undefined && later.some(({ judgement }) => tells(judgement.text, figure));
}
