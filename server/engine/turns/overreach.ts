/** What a turn says beyond the desk: promises above its authority, and figures its cards have otherwise. */

import type { Conversation } from '#engine/model/drill.ts';
import type { JudgeAnswer } from '#engine/model/judge-request.ts';
import type { PointNote, Quote, TurnJudgement } from '#engine/model/turn-judgement.ts';
import type { Content } from '#engine/prepare/prepared-content.ts';
import { quoteAt, type TurnText } from '#engine/state/turn-text.ts';
import type { Level } from '#language/authority/limits.ts';
import type { Judgement } from '#language/judgement.ts';
import { VERDICT_THRESHOLDS } from '#language/terms/thresholds.ts';

/** Levels above the desk's own, the highest first. */
const REPORTED_TO: readonly Level[] = ['C', 'B'];

/** The highest level reported to by now; the desk's own where nobody was. */
export const levelReached = ({ actions }: Content, { done }: Conversation): Level =>
  REPORTED_TO.find((level) => done.some(({ action }) => actions.get(action)?.reports === level)) ?? 'A';

type Span = { start: number; end: number };

const doOverlap = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** Whether a point was judged wrong by these words: then they count for that point alone. */
const isJudgedWrong = (quote: Quote, notes: readonly PointNote[]): boolean =>
  notes.some((note) => note.state === 'wrong' && note.quote.message === quote.message && doOverlap(note.quote, quote));

const promisesBeyond = (words: TurnText, { promises, redLines }: Judgement, notes: readonly PointNote[]) =>
  promises.flatMap((promise) => {
    const quote = quoteAt(words, promise.start, promise.end);
    // A promise given behind the shop's back, or for praise, is a red line already.
    const isRedLine = redLines.some((hit) => hit.confidence === 'high' && doOverlap(hit, promise));
    if (promise.chance < VERDICT_THRESHOLDS.promise.doubt || isRedLine || isJudgedWrong(quote, notes)) return [];
    return [
      {
        gift: promise.kind,
        amount: promise.amount,
        by: promise.by,
        unsure: promise.chance < VERDICT_THRESHOLDS.promise.told,
        quote,
      },
    ];
  });

/** Whether a point was judged right by these words: what the case has as right is no guess (RULES T122). */
const isJudgedRight = (quote: Quote, notes: readonly PointNote[]): boolean =>
  notes.some(
    (note) => note.state === 'covered' && note.quote.message === quote.message && doOverlap(note.quote, quote),
  );

/** Whether a promise or a sure red line holds the words already: a vow to pay in secret is no guess as well. */
const isHeldOtherwise = (said: Span, { promises, redLines }: Judgement): boolean =>
  promises.some((promise) => doOverlap(promise, said)) ||
  redLines.some((hit) => hit.confidence === 'high' && doOverlap(hit, said));

type Against = NonNullable<TurnJudgement['against']>[number];

const figuresAgainst = (
  words: TurnText,
  { judgement, strays = [], tables }: JudgeAnswer,
  notes: readonly PointNote[],
) => {
  const isFree = (quote: Quote): boolean =>
    !(judgement.stacking || tables.includes(quote.message) || isJudgedWrong(quote, notes));
  const told = judgement.contradictions.flatMap((contradiction): Against[] => {
    const quote = quoteAt(words, contradiction.start, contradiction.end);
    if (contradiction.chance < VERDICT_THRESHOLDS.card.doubt || !isFree(quote)) return [];
    if (contradiction.guess && (isJudgedRight(quote, notes) || isHeldOtherwise(contradiction, judgement))) return [];
    return [
      {
        card: contradiction.card,
        unsure: contradiction.chance < VERDICT_THRESHOLDS.card.told,
        quote,
        ...(contradiction.open && { open: contradiction.open }),
      },
    ];
  });
  const judgedSpans = [...told, ...judgement.promises.map(({ start, end }) => ({ quote: quoteAt(words, start, end) }))];
  const wrongFigures = strays.flatMap(({ card, right, start, end }): Against[] => {
    const quote = quoteAt(words, start, end);
    const isTold = judgedSpans.some(
      (against) => against.quote.message === quote.message && doOverlap(against.quote, quote),
    );
    return isTold || !isFree(quote) ? [] : [{ card, unsure: false, quote, right }];
  });
  return [...told, ...wrongFigures];
};

/** Both lists as the log keeps them; an empty one is left out. */
export const overreachIn = (
  words: TurnText,
  answer: JudgeAnswer,
  notes: readonly PointNote[],
): Pick<TurnJudgement, 'beyond' | 'against'> => {
  const beyond = promisesBeyond(words, answer.judgement, notes);
  const against = figuresAgainst(words, answer, notes);
  return { ...(beyond.length > 0 && { beyond }), ...(against.length > 0 && { against }) };
};
