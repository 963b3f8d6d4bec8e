/** What a turn undertakes to do: operations of the desk that the shop says it will do (RULES T72). */

import type { PointNote, Quote, TurnJudgement } from '#engine/model/turn-judgement.ts';
import type { PreparedCase } from '#engine/prepare/prepared-content.ts';
import { quoteAt, type TurnText } from '#engine/state/turn-text.ts';
import type { Judgement } from '#language/judgement.ts';
import { VERDICT_THRESHOLDS } from '#language/terms/thresholds.ts';

type Span = { start: number; end: number };

const doOverlap = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** Operations that the case wants anywhere: a verb alone (退, 报) is taken for one of these, or for nothing. */
const neededIn = ({ scenario }: PreparedCase): ReadonlySet<string> =>
  new Set(
    [...scenario.beats.flatMap(({ needs }) => needs), ...scenario.duties].flatMap(({ do: action }) => action ?? []),
  );

/**
 * Words that are judged already: told as done, promised above the desk's authority, or a point of the case. What its author
 * has said there (退款这就给您点) is the answer wanted, and whether a click belongs to it is said by the case's needs.
 */
const isJudgedAlready = (
  { claims, promises, redLines }: Judgement,
  notes: readonly PointNote[],
  span: Span,
  quote: Quote,
) => {
  const given = promises.filter(({ chance }) => chance >= VERDICT_THRESHOLDS.promise.doubt);
  return (
    [...claims, ...given, ...redLines].some((other) => doOverlap(other, span)) ||
    notes.some(
      ({ state, quote: told }) =>
        state !== 'not-recognised' && told.message === quote.message && doOverlap(told, quote),
    )
  );
};

/** The operations a turn undertakes, with their words, and those it speaks of; left out where there are none. `notes`: what it told of the case's points. */
export const undertakingsOf = (
  preparedCase: PreparedCase,
  words: TurnText,
  judged: Judgement,
  notes: readonly PointNote[],
): Pick<TurnJudgement, 'undertakes' | 'speaksOf'> => {
  const needed = neededIn(preparedCase);
  const undertakes = (judged.undertakings ?? []).flatMap(({ deeds, bare, anew, start, end }) => {
    // Several operations have one verb (退): any of them keeps the word, and the needed one names it.
    const wanted = deeds.filter((action) => needed.has(action));
    const actions = bare && wanted.length === 0 ? [] : [...new Set([...wanted, ...deeds])];
    const quote = quoteAt(words, start, end);
    return actions.length === 0 || isJudgedAlready(judged, notes, { start, end }, quote)
      ? []
      : [{ actions, anew, quote }];
  });
  const spoken = (judged.spokenDeeds ?? []).filter((action) => needed.has(action));
  return { ...(undertakes.length > 0 && { undertakes }), ...(spoken.length > 0 && { speaksOf: spoken }) };
};
