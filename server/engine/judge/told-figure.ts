/** The figure with which a point was told, for the customer to repeat (RULES T39, T106). */

import type { Touched } from '#engine/model/judge-request.ts';
import { isPlain } from '#engine/prepare/plain-lines.ts';
import type { PreparedCase } from '#engine/prepare/prepared-content.ts';
import { folded } from '#language/reading/folded.ts';
import { normalise, originalSpan } from '#language/reading/normalise.ts';
import { areRivals, isSameValue } from '#language/reading/same-value.ts';
import type { Value } from '#language/reading/value.ts';
import { valuesIn } from '#language/reading/values.ts';
import type { PointVerdict } from '#language/terms/verdicts.ts';

/** 躺了一天, 拖了您三天: how long something has been so is no answer to how long it will take (RULES J129). */
const ELAPSED = /(?:躺|等|拖|耽误|搁|放|压|卡|停|晾|堆|排)了(?:[您你咱]|都|快|有|整整|足足|将近){0,2}$/;
const isElapsed = (text: string, figure: string): boolean => {
  const at = text.indexOf(figure);
  return at > 0 && ELAPSED.test(text.slice(0, at));
};

/**
 * Drops the figure a point is made sure of by where the turn has two of its kind: of 38码半 and then 39 neither is surely
 * the one to repeat. So is one that only tells how long it has been.
 */
export const withOneFigure = (text: string): ((verdict: PointVerdict) => PointVerdict) => {
  const values = valuesIn(folded(text));
  return (verdict) => {
    // A point held to be wrong keeps its figure: without it the customer would mind at once, which is worse.
    if (verdict.figure === undefined || verdict.state === 'wrong') return verdict;
    const figure = valuesIn(folded(verdict.figure))[0];
    if (!figure || !(isElapsed(text, verdict.figure) || values.some((value) => areRivals(figure, value))))
      return verdict;
    const { figure: _, ...rest } = verdict;
    return rest;
  };
};

/** A day by name or a size is as well repeated in the case's own words (得等明天了？). */
const REPEATED: readonly Value['kind'][] = ['amount', 'duration', 'clock', 'percent'];
/** 568都退您, 退489: a sum needs no 元. A smaller number counts things. */
const LEAST_SUM = 10;
const mayStandFor = (right: Value, said: Value, kinds: readonly Value['kind'][]): boolean =>
  kinds.includes(right.kind) &&
  !isSameValue(right, said) &&
  (areRivals(right, said) || (right.kind === 'amount' && said.kind === 'number' && said.quantity >= LEAST_SUM));

/** The one figure of these words that stands where the right one should; null where there is none or there are two. */
const otherFigureIn = (words: string, says: string, kinds = REPEATED): string | null => {
  const right = valuesIn(folded(says));
  const normal = normalise(words);
  const others = valuesIn(normal.text).filter((said) => right.some((value) => mayStandFor(value, said, kinds)));
  const [other] = others;
  if (!other || others.some((one) => !isSameValue(one, other))) return null;
  const { start, end } = originalSpan(normal, other.start, other.end);
  return words.slice(start, end);
};

/**
 * Gives a point told wrong in an author's words (568都退您) the one figure of these words that isn't the right one: the
 * customer can repeat it, and told again it is the same mistake.
 */
export const withToldFigure =
  ({ points }: PreparedCase, text: string): ((verdict: PointVerdict) => PointVerdict) =>
  (verdict) => {
    const point = points.get(verdict.id)?.point;
    if (verdict.state !== 'wrong' || verdict.figure !== undefined || !point) return verdict;
    const figure = otherFigureIn(text.slice(verdict.start, verdict.end), point.says);
    return figure === null ? verdict : { ...verdict, figure };
  };

/** 今天付今天发保证明天到: the right figure stands there, too. */
const namesRight = (words: string, says: string): boolean => {
  const right = valuesIn(folded(says));
  return valuesIn(folded(words)).some((said) => right.some((value) => isSameValue(value, said)));
};

/** Whether it is the last of the turn's figures of its kind: of a sum worked out step by step the last is what is paid. */
const isLastOfKind = (text: string, figure: string): boolean => {
  const told = valuesIn(folded(figure))[0];
  const last = told && valuesIn(folded(text)).findLast((value) => isSameValue(value, told) || areRivals(value, told));
  return told !== undefined && last !== undefined && isSameValue(last, told);
};

/** Of several sums the last is the one that was reckoned; of several times or lengths of time none is surely the point's. */
const sumOf = (figure: string | undefined): string | null =>
  figure !== undefined && valuesIn(folded(figure))[0]?.kind === 'amount' ? figure : null;

/**
 * Points perhaps told with another figure or day than the one the customer would make sure of them with (今晚就给您发走, and
 * 明天铁定走 对吧): in this turn the trainee's own is repeated (RULES M63).
 */
export const toldBesideCheck = ({ points }: PreparedCase, text: string, verdicts: readonly PointVerdict[]): Touched[] =>
  verdicts.flatMap(({ id, state, start, end, figure: own }): Touched[] => {
    const point = points.get(id)?.point;
    if (state !== 'not-recognised' || !point?.check || isPlain(point.check.right)) return [];
    const words = text.slice(start, end);
    if (namesRight(words, point.says)) return [];
    const figure = own === undefined ? otherFigureIn(words, point.says, [...REPEATED, 'date']) : sumOf(own);
    return figure !== null && isLastOfKind(text, figure) ? [{ id, figure, other: true }] : [];
  });
