/** Which wrong answer was told, where the story that follows it rests on the answer's own figure (RULES T134). */

import type { Beat, Burst, Point, Question } from '#engine/model/content.ts';
import type { PreparedCase } from '#engine/prepare/prepared-content.ts';
import { folded } from '#language/reading/folded.ts';
import { isSameValue } from '#language/reading/same-value.ts';
import type { Value } from '#language/reading/value.ts';
import { valuesIn } from '#language/reading/values.ts';
import type { PointVerdict } from '#language/terms/verdicts.ts';

/** A sum needs no 元, so numbers are read with them. Days and hours are said in too many ways to tell two apart. */
const KINDS: readonly Value['kind'][] = ['amount', 'percent', 'size', 'number'];
const figuresIn = (text: string): Value[] => valuesIn(folded(text)).filter(({ kind }) => KINDS.includes(kind));
const wordsOf = (burst: Burst | null): string[] =>
  (burst ?? []).flatMap((bubble) => (bubble.kind === 'text' ? [bubble.text] : []));

/** What the customer says and asks at a beat, and what is right there. */
const textsOf = ({ says, asks }: Beat): string[] => [
  ...wordsOf(says),
  ...asks.flatMap(({ text, points }: Question) => [
    text,
    ...points.flatMap(({ says: right, also }) => [right, ...(also ?? [])]),
  ]),
];

const CENTS = 100;
const cents = ({ quantity }: Value): number => Math.round(quantity * CENTS);
/** The 10 of 差的10块 is what lies between the sum told and the right one. */
const liesBetween = (one: Value, other: Value, figure: Value): boolean =>
  (figure.kind === 'amount' || figure.kind === 'number') && Math.abs(cents(one) - cents(other)) === cents(figure);

/** Whether a beat names one of these figures, or what lies between it and the right one. */
const restsOn = (beat: Beat, own: readonly Value[], { says }: Point): boolean => {
  const named = textsOf(beat).flatMap(figuresIn);
  const right = figuresIn(says);
  return named.some((figure) =>
    own.some((value) => isSameValue(value, figure) || right.some((one) => liesBetween(value, one, figure))),
  );
};

/**
 * Leaves out which wrong answer a point was told by where the turn tells another figure than that answer's and the beat
 * it leads to rests on the answer's: after 减60 nobody asks for the 10 that 减50 would lack.
 */
export const withBelievedFigure =
  ({ points, beats }: PreparedCase): ((verdict: PointVerdict) => PointVerdict) =>
  (verdict) => {
    const { wrongId, figure } = verdict;
    const point = points.get(verdict.id)?.point;
    if (!point || wrongId === undefined || figure === undefined) return verdict;
    const road = beats.get(point.wrongReacts[wrongId]?.then ?? '');
    const own = (point.wrongs?.find(({ id }) => id === wrongId)?.says ?? []).flatMap(figuresIn);
    const [told] = figuresIn(figure);
    if (!road || !told || own.length === 0 || own.some((value) => isSameValue(value, told))) return verdict;
    if (!restsOn(road, own, point)) return verdict;
    const { wrongId: _, ...rest } = verdict;
    return rest;
  };
