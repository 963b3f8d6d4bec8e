/** What a turn's words do to the customer, as the log keeps it: blamed, mocked, hurried, threatened, sent to others (RULES M79). */
import type { PointNote, Quote, TurnJudgement } from '#engine/model/turn-judgement.ts';
import { quoteAt, type TurnText } from '#engine/state/turn-text.ts';
import type { Judgement } from '#language/judgement.ts';
import { VERDICT_THRESHOLDS } from '#language/terms/thresholds.ts';

/** Characters between two clauses of one breath: a comma or a space. */
const BREATH = 2;
/** 自己看下营养表 每100克糖61克: who tells in the same breath what stands on the page sends nobody off to it (RULES M142). */
const tellsInSameBreath = (quote: Quote, notes: readonly PointNote[]): boolean =>
  notes.some(
    (note) =>
      note.state === 'covered' &&
      note.quote.message === quote.message &&
      note.quote.start <= quote.end + BREATH &&
      quote.start <= note.quote.end + BREATH,
  );

/** The slights of a turn, a kind once; left out where there are none. */
export const slightsOf = (
  { slights = [] }: Judgement,
  words: TurnText,
  notes: readonly PointNote[],
): Pick<TurnJudgement, 'slights'> => {
  const found = slights
    .map(({ kind, chance, start, end }) => ({
      kind,
      unsure: chance < VERDICT_THRESHOLDS.slight.told,
      quote: quoteAt(words, start, end),
    }))
    .filter(({ kind, quote }) => kind !== 'fobs' || !tellsInSameBreath(quote, notes));
  return found.length === 0 ? {} : { slights: found };
};
