/** What a turn says that the desk has no say in: promises above its authority, and figures its cards have otherwise. */
import type { Level } from '#language/authority/limits.ts';
import type { Judgement } from '#language/judgement.ts';
import { POLICY } from '#language/policy.ts';
import type { Conversation } from './drill.ts';
import type { PointNote, Quote, TurnJudgement } from './events.ts';
import type { Content } from './prepare.ts';
import { quoteAt, type TurnText } from './turn-text.ts';

/** Above the desk's own, the highest first. */
const REPORTED_TO: readonly Level[] = ['C', 'B'];

/** The highest level reported to by now; the desk's own where nobody was. */
export const levelReached = ({ actions }: Content, { done }: Conversation): Level =>
  REPORTED_TO.find((level) => done.some((d) => actions.get(d.action)?.reports === level)) ?? 'A';

type Span = { start: number; end: number };

const overlap = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** Words a point was judged wrong by are that point's. */
const isTaken = (quote: Quote, notes: readonly PointNote[]): boolean =>
  notes.some((note) => note.state === 'wrong' && note.quote.message === quote.message && overlap(note.quote, quote));

const beyondIn = (words: TurnText, { promises, redLines }: Judgement, notes: readonly PointNote[]) =>
  promises.flatMap((one) => {
    const quote = quoteAt(words, one.start, one.end);
    // Given behind the shop's back, or for praise, it is a red line already.
    const isLine = redLines.some((hit) => hit.confidence === 'high' && overlap(hit, one));
    if (one.chance < POLICY.promise.doubt || isLine || isTaken(quote, notes)) return [];
    return [{ gift: one.kind, amount: one.amount, by: one.by, unsure: one.chance < POLICY.promise.told, quote }];
  });

const againstIn = (
  words: TurnText,
  { contradictions, stacking }: Judgement,
  notes: readonly PointNote[],
  tables: readonly string[],
) =>
  contradictions.flatMap((one) => {
    const quote = quoteAt(words, one.start, one.end);
    const isRow = stacking || tables.includes(quote.message);
    if (one.chance < POLICY.card.doubt || isRow || isTaken(quote, notes)) return [];
    return [{ card: one.card, unsure: one.chance < POLICY.card.told, quote }];
  });

/** Both as the log keeps them; nothing at all where there are none. `tables`: messages that are a pasted table. */
export const overreachIn = (
  words: TurnText,
  judged: Judgement,
  notes: readonly PointNote[],
  tables: readonly string[],
): Pick<TurnJudgement, 'beyond' | 'against'> => {
  const beyond = beyondIn(words, judged, notes);
  const against = againstIn(words, judged, notes, tables);
  return { ...(beyond.length > 0 && { beyond }), ...(against.length > 0 && { against }) };
};
