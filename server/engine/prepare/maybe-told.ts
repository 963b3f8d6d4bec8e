/**
 * Points that a turn perhaps tells though the judge has not heard them (RULES T39): by a figure of the point's kind
 * that nothing else in the case explains, or by enough of its telling words in one clause. Nothing is credited or held
 * against anybody by it: the customer only doesn't ask for the point as if nobody had spoken of it.
 */

import type { Point } from '#engine/model/content.ts';
import type { Touched } from '#engine/model/judge-request.ts';
import { isPutOff } from '#language/answers/hold.ts';
import { COUNTED } from '#language/cards/card-patterns.ts';
import type { Clause, Reading, StatedValue } from '#language/reading/clause.ts';
import { folded } from '#language/reading/folded.ts';
import { originalSpan } from '#language/reading/normalise.ts';
import type { ReadReply } from '#language/reading/read-reply.ts';
import { areRivals, distinctValues, isSameValue, valueName } from '#language/reading/same-value.ts';
import type { Value } from '#language/reading/value.ts';
import { valuesIn } from '#language/reading/values.ts';
import type { PreparedCase } from './prepared-content.ts';
import { linesOf, pairsIn } from './telling-words.ts';

/** `asked`: points of the questions open now; any other point is perhaps told only by a figure beside its own words. */
export type PointSearchInput = {
  preparedCase: PreparedCase;
  reply: ReadReply;
  customer: string;
  points: readonly string[];
  asked: ReadonlySet<string>;
  /** Points told otherwise in this turn: a figure of theirs needs no other word. */
  wrong: ReadonlySet<string>;
};

/** `named`: what the case and the customer name, read once for all points and figures of the turn. */
type PointSearch = PointSearchInput & { named: readonly Value[] };

/** Least weight of a point's telling words in one clause: `alone` without a figure, `beside` with a figure of its kind. */
const MIN_WEIGHT = { alone: 0.5, beside: 0.2 } as const;

/** Kinds of figure in which a wrong one may be told where another is right. */
const FIGURES: ReadonlySet<Value['kind']> = new Set(['clock', 'date', 'duration', 'amount', 'percent', 'measure']);

const sharedIn = (pairs: readonly string[], words: ReadonlyMap<string, number>): string[] =>
  pairs.filter((pair) => words.has(pair));
const weightIn = (pairs: readonly string[], words: ReadonlyMap<string, number>): number =>
  pairs.reduce((sum, pair) => sum + (words.get(pair) ?? 0), 0);

/**
 * Whether a clause perhaps tells a point by words alone. One word (拉链) is as often said of something else: two that
 * don't overlap are wanted.
 */
const isTold = (pairs: readonly string[], words: ReadonlyMap<string, number>): boolean =>
  weightIn(pairs, words) >= MIN_WEIGHT.alone &&
  pairs.some((pair) => pairs.some((other) => ![...pair].some((char) => other.includes(char))));

const isStatement = ({ isQuestion, isRetracted, isOfOtherCase }: Clause): boolean =>
  !(isQuestion || isRetracted || isOfOtherCase);

/** 现在三点多 and 过了五个钟头 say how late it is, which answers no point. */
const ROUGH = '多';
/** 晚上签收也算一天 says how a day is counted, no time that something takes (RULES J143). */
const COUNTS_AS = /算(?:作|成|是)?$/;
const A_DAY_S = 24 * 60 * 60;
const isCountedAs = (before: string, { kind, quantity }: Value): boolean =>
  kind === 'duration' && quantity === A_DAY_S && COUNTS_AS.test(before);
const isPast = ({ text }: Reading, { start }: Clause, value: StatedValue): boolean =>
  COUNTED.test(text.slice(start, value.start)) ||
  isCountedAs(text.slice(start, value.start), value) ||
  text[value.end] === ROUGH;

/** 从退款里扣50块, 减4块: a sum that is taken off another one. */
const TAKEN_OFF = /(?:扣|减|抵|少收|少退)[掉去您你]{0,2}$/;
const isTakenOff = (text: string, { kind, start }: Value & { start: number }): boolean =>
  kind === 'amount' && TAKEN_OFF.test(text.slice(0, start));

/** 明天, 周三: a day by name is as often said of something else. */
const NAMED_DAY = { from: 99, to: 1000 };
/** 两箱, 四位: counts as small as these are said of anything. */
const MAX_COUNT = 4;
const isTelling = ({ kind, quantity, factor }: Value): boolean => {
  if (kind === 'date') return quantity < NAMED_DAY.from || quantity > NAMED_DAY.to;
  return kind !== 'measure' || quantity / (factor ?? 1) > MAX_COUNT;
};

/** A duration more than so many times as long as another is told of something else: 七天 is not told in place of 半小时. */
const MAX_DURATION_FACTOR = 24;
/**
 * Whether two figures are of one sort, so that one may be told where the other is right; to the question when, also
 * 两小时内 for 六点前.
 */
const isAlike = (right: Value, said: Value, isAsked: boolean): boolean => {
  if (isBareSum(right, said)) return isAsked || isSameValue(right, said);
  if (right.kind === 'clock' && said.kind === 'duration') return isAsked && said.quantity <= A_DAY_S;
  if (right.kind === 'duration' && said.kind === 'clock') return isAsked && right.quantity <= A_DAY_S;
  if (right.kind !== said.kind || !FIGURES.has(said.kind)) return false;
  if (right.kind === 'measure' && right.unit !== said.unit) return false;
  return (
    right.kind !== 'duration' ||
    Math.max(right.quantity, said.quantity) <= MAX_DURATION_FACTOR * Math.min(right.quantity, said.quantity)
  );
};

/** 退您489, 三枚13.5: a sum needs no 元. */
const isBareSum = (right: Value, said: Value): boolean =>
  right.kind === 'amount' && said.kind === 'number' && said.quantity >= MIN_BARE;

/** A case's points are the same objects in every drill, and their wordings are compared with every turn. */
const readOnce = (read: (point: Point) => readonly Value[]): ((point: Point) => readonly Value[]) => {
  const known = new WeakMap<Point, readonly Value[]>();
  return (point) => {
    const values = known.get(point) ?? read(point);
    known.set(point, values);
    return values;
  };
};
/** The figures of a point's first right wording. */
const saidOf = readOnce(({ says }) => valuesIn(folded(says)));
/** The figures of all its right wordings. */
const rightOf = readOnce(({ says, also = [] }) => [says, ...also].flatMap((wording) => valuesIn(folded(wording))));

/** The figures that the case's points and the customer's own words name, each once. */
const namedIn = ({ preparedCase, customer }: PointSearchInput): readonly Value[] =>
  distinctValues([
    ...[...preparedCase.points.values()].flatMap(({ point }) => saidOf(point)),
    ...valuesIn(folded(customer)),
  ]);

/** Whether one of its right wordings tells a sum that is taken off. */
const tellsTakenOff = readOnce(({ says, also = [] }) =>
  [says, ...also].map(folded).flatMap((wording) => valuesIn(wording).filter((value) => isTakenOff(wording, value))),
);

/** Whether another point of the case, its goods or the customer's own words (`named`) explain a figure. */
const isElses = (value: Value, { preparedCase, named }: PointSearch): boolean => {
  const { sums, prices, coupons } = preparedCase.truth.rightFigures;
  if (value.kind === 'amount' && [...sums, ...prices, ...coupons].includes(value.quantity)) return true;
  return named.some((figure) => isSameValue(figure, value));
};

/** 13.5, 428: such a sum tells its point by itself where no other point listened for and no word of the customer's has it. */
const LEAST_ROUND = 100;
const isItsAlone = (value: Value, own: readonly Value[], { preparedCase, points, customer }: PointSearch): boolean => {
  if (value.quantity < LEAST_ROUND && Number.isInteger(value.quantity)) return false;
  const isIt = (figure: Value): boolean => isSameValue(figure, value);
  if (!own.some((figure) => figure.kind === 'amount' && isIt(figure)) || valuesIn(folded(customer)).some(isIt))
    return false;
  const near = points.flatMap((id) => preparedCase.points.get(id)?.point ?? []);
  return near.filter((point) => saidOf(point).some(isIt)).length === 1;
};

/** 多少, 几点, 多久: an ask that is answered by a figure. */
const WANTS_FIGURE = /几|多[少久]|合计|[咋怎]么?.{0,2}算|什么时候/;
const wantsFigure = ({ ask }: Point): boolean => linesOf(ask).some((line) => WANTS_FIGURE.test(line));

/** Figures said of few things answer the question how much or when by themselves: no day, and no bare number below this. */
const MIN_BARE = 10;
const isApart = ({ kind, quantity }: Value): boolean =>
  kind === 'amount' ||
  kind === 'clock' ||
  kind === 'duration' ||
  kind === 'percent' ||
  (kind === 'number' && quantity >= MIN_BARE);

/** 最低就是338了, 减完是338: what is reckoned up answers the question how much, whatever else has that sum (RULES J144). */
const RECKONS_UP = /(?:最低|最终|最后|一共|总共|合计|到手|实付|减完|算下来|加起来)[^\d]{0,4}$/;
const isReckonedUp = (before: string, { kind, quantity }: Value): boolean =>
  (kind === 'amount' || (kind === 'number' && quantity >= MIN_BARE)) && RECKONS_UP.test(before);

/** Whether a figure may be this point's, told right or otherwise; `beside` of its words stand with it. */
const mayBeIts = (
  value: StatedValue,
  { own, wanted }: { own: readonly Value[]; wanted: readonly Value[] },
  beside: number,
  { asked, wrong }: { asked: boolean; wrong: boolean },
  heard: PointSearch,
): boolean => {
  // 158 alone answers the question how much, whatever stands around it.
  if (isApart(value) && wanted.some((figure) => isSameValue(figure, value))) return true;
  if (isItsAlone(value, own, heard)) return true;
  if (!isTelling(value) || !own.some((figure) => isAlike(figure, value, asked))) return false;
  const isRight = own.some((figure) => isSameValue(figure, value));
  const isTime = value.kind === 'clock' || value.kind === 'duration';
  // 五个工作日 answers the question how long without another word; for a point nobody has asked, its own words must stand beside.
  if (beside < (wrong || (asked && isTime && !isRight) ? 0 : MIN_WEIGHT.beside)) return false;
  return isRight || !isElses(value, heard);
};

/** The figure with most of the point's own words beside it; none where two different ones have as many. */
const oneOf = (values: readonly (StatedValue & { beside: number })[]): StatedValue | undefined => {
  const most = Math.max(0, ...values.map(({ beside }) => beside));
  const best = values.filter(({ beside }) => beside === most);
  // A figure said a hundred times is compared once.
  const each = [...new Map(best.map((value) => [`${valueName(value)} ${value.low}`, value])).values()];
  return each.some((value) => each.some((other) => areRivals(value, other))) ? undefined : best.at(-1);
};

/** Whatever figure stands beside it, a promise to look up tells none of this kind. */
const NO_KINDS: ReadonlySet<Value['kind']> = new Set();

const clauseText = ({ text }: Reading, { start, end }: Clause): string => text.slice(start, end);

/** The points of these that the turn perhaps tells. */
export const maybeToldPoints = (said: PointSearchInput): Touched[] => {
  const { preparedCase, points, asked } = said;
  const { text, normal, reading } = said.reply;
  if (points.length === 0) return [];
  const heard: PointSearch = { ...said, named: namedIn(said) };
  const pairs = reading.clauses.map((clause) => (isStatement(clause) ? [...pairsIn(clauseText(reading, clause))] : []));
  return points.flatMap((id): Touched[] => {
    const point = preparedCase.points.get(id)?.point;
    const words = preparedCase.tellingWords.get(id);
    if (!words || !point) return [];
    // Before a point is asked for only the figures of `says` count: its other wordings name many hours (五点前, 六点前).
    const own = asked.has(id) ? rightOf(point) : saidOf(point);
    const wanted = asked.has(id) && wantsFigure(point) ? saidOf(point).filter(isApart) : [];
    const told = pairs.map((own) => sharedIn(own, words));
    const figures = reading.values
      .map((value) => ({ ...value, beside: weightIn(told[value.clauseIndex] ?? [], words) }))
      .filter((value) => {
        const clause = reading.clauses[value.clauseIndex];
        return (
          clause &&
          isStatement(clause) &&
          !isPast(reading, clause, value) &&
          // 从退款里扣50块 tells nobody what is paid out.
          (!isTakenOff(reading.text, value) || tellsTakenOff(point).length > 0) &&
          ((wanted.some(({ kind }) => kind === 'amount') &&
            isReckonedUp(reading.text.slice(clause.start, value.start), value)) ||
            mayBeIts(value, { own, wanted }, value.beside, { asked: asked.has(id), wrong: heard.wrong.has(id) }, heard))
        );
      });
    const figure = oneOf(figures);
    if (figure) {
      const { start, end } = originalSpan(normal, figure.start, figure.end);
      const isOther = !rightOf(point).some((right) => isSameValue(right, figure));
      return [{ id, figure: text.slice(start, end), ...(isOther && { other: true as const }) }];
    }
    // A point whose answer is a figure isn't told by words alone.
    const mayTellByWords = asked.has(id) && !own.some(({ kind }) => FIGURES.has(kind));
    const tells = (clause: Clause): boolean => own.length === 0 || !isPutOff(reading, clause, NO_KINDS);
    const isToldByWords = (): boolean =>
      told.some((shared, index) => isTold(shared, words) && tells(reading.clauses[index] as Clause));
    return figures.length > 0 || (mayTellByWords && isToldByWords()) ? [{ id }] : [];
  });
};
