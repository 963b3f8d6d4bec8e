/**
 * A figure told otherwise than a card or page has it: the right one, where that stands, and whether the trainee put it
 * right later.
 */
import type { TurnJudgement } from '#engine/model/turn-judgement.ts';
import { say } from '#i18n/say.ts';
import { folded } from '#language/reading/folded.ts';
import { isSameValue } from '#language/reading/same-value.ts';
import type { Value } from '#language/reading/value.ts';
import { valuesIn } from '#language/reading/values.ts';
import type { FindingDraft } from '#scoring/facts/finding-draft.ts';
import type { CaseFacts } from '#scoring/log/case-facts.ts';
import type { TurnHistory } from '#scoring/log/conversation-history.ts';
import { withEndMark } from '#scoring/log/phrasing.ts';
import { type Citation, citationOfQuoted } from '#scoring/suggestions/citation.ts';

type Against = NonNullable<TurnJudgement['against']>[number];
export type Misstated = Against & { right: string };

const figureOf = (rightWords: string): Value | undefined => valuesIn(folded(rightWords))[0];

/** Dates above this have a month in thousands; the name takes the day alone: 11月18日 is 18号. */
const MONTH_FACTOR = 1000;

/** One name for a right figure, however it is written and whichever card has it. */
export const rightName = (rightWords: string): string => {
  const figure = figureOf(rightWords);
  if (figure === undefined) return rightWords;
  const { kind, quantity, unit } = figure;
  return `${kind === 'number' ? 'amount' : kind}${unit} ${kind === 'date' && quantity > MONTH_FACTOR ? quantity % MONTH_FACTOR : quantity}`;
};

const tellsFigure = (text: string, figure: Value): boolean =>
  valuesIn(folded(text)).some((value) => isSameValue(value, figure));

/** Whether a text tells the very figure of the right words. */
export const tellsFigureOf = (text: string, rightWords: string): boolean => {
  const figure = figureOf(rightWords);
  return figure !== undefined && tellsFigure(text, figure);
};

/** The card or page if the figure is written on it, or the words told otherwise. A point may cite a card that is about something else. */
const citationWithFigure = (caseFacts: CaseFacts, { card, right }: Misstated): Citation => {
  const basis = citationOfQuoted(caseFacts, [{ at: card, words: right }]);
  const figure = figureOf(right);
  if (basis === null) return null;
  return (figure === undefined ? basis.text.includes(right) : tellsFigure(basis.text, figure)) ? basis : null;
};

const reasonText = ({ shop }: CaseFacts, { card, right }: Misstated, citation: Citation): string => {
  if (citation !== null) return say('findings:card.says', { card: citation.title, text: withEndMark(citation.text) });
  const product = shop.products.find(({ id }) => id === card);
  const figure = figureOf(right);
  const pageTexts = product && [...product.facts, ...product.doubts.map(({ answer }) => answer)];
  if (product && !(figure?.kind === 'date' && !pageTexts?.some((text) => tellsFigure(text, figure))))
    return say('findings:card.page', { product: product.name, right });
  const coupon = shop.coupons.find(({ id }) => id === card);
  return coupon ? say('findings:card.coupon', { coupon: coupon.name }) : say('findings:card.known', { right });
};

/** Whether the turn answers a point wrong whose right answer is this very figure. */
export const isSameAnswer = (
  caseFacts: CaseFacts,
  points: TurnJudgement['points'],
  { card, right }: Pick<Misstated, 'card' | 'right'>,
): boolean => {
  const figure = figureOf(right);
  return points.some(({ state, point }) => {
    const wrongPoint = state === 'wrong' ? caseFacts.point(point)?.point : undefined;
    return (
      wrongPoint !== undefined &&
      wrongPoint.policy === card &&
      figure !== undefined &&
      tellsFigure(wrongPoint.says, figure)
    );
  });
};

/** The texts of the finding: the right figure, its ground, and whether it was put right. */
export const misstatedOf = (
  caseFacts: CaseFacts,
  note: Misstated,
  laterTurns: readonly TurnHistory[],
): Pick<FindingDraft, 'code' | 'detail' | 'detailParts' | 'because' | 'citation' | 'suggestion'> => {
  const citation = citationWithFigure(caseFacts, note);
  const { right } = note;
  const wasPutRight = isPutRight(note, laterTurns);
  return {
    code: 'against-card',
    detail: say(wasPutRight ? 'findings:wrong.put-right' : 'findings:wrong.detail', { right }),
    detailParts: { rightAnswer: right, isPutRight: wasPutRight },
    because: reasonText(caseFacts, note, citation),
    citation,
    suggestion: null,
  };
};

/** Whether a later turn tells the right figure. */
export const isPutRight = ({ right }: Misstated, laterTurns: readonly TurnHistory[]): boolean => {
  const figure = figureOf(right);
  return figure !== undefined && laterTurns.some(({ judgement }) => tellsFigure(judgement.text, figure));
};
