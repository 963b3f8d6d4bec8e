/**
 * Points that a turn tells wrong though nobody has asked for them (RULES T21). They are judged as though they were
 * asked for, and a verdict stands only where a rule bears it out: another sum or figure, right nowhere in the case; a
 * number with a wrong digit; or a fee laid on one side that the other pays wherever the case speaks of it.
 */

import type { PreparedCase, PreparedPoint } from '#engine/prepare/prepared-content.ts';
import { digitsOf, feeIn, holds, isRightSum } from '#engine/prepare/right-figures.ts';
import { holdIn, isMoment } from '#language/answers/hold.ts';
import { CONDITION_WORDS, OTHERS_FIGURE } from '#language/cards/card-patterns.ts';
import { isShopsFigure } from '#language/cards/contradictions.ts';
import { judgePoints } from '#language/points/judge-points.ts';
import type { CompiledWordings } from '#language/points/wordings/compiled.ts';
import { NO_QUESTION } from '#language/points/wordings/question-context.ts';
import { charWeight } from '#language/points/wordings/text-units.ts';
import { oppositeRule } from '#language/points/wordings/verdict-words.ts';
import type { Clause, Reading, StatedValue } from '#language/reading/clause.ts';
import { originalSpan } from '#language/reading/normalise.ts';
import { type ReadReply, readReply } from '#language/reading/read-reply.ts';
import { areRivals, isSameValue } from '#language/reading/same-value.ts';
import type { Value } from '#language/reading/value.ts';
import { otherParty } from '#language/reading/who-pays.ts';
import type { Party } from '#language/terms/party.ts';
import { VERDICT_THRESHOLDS } from '#language/terms/thresholds.ts';
import type { PointVerdict } from '#language/terms/verdicts.ts';

/** `nearPoints`: points of the moment the customer is at. */
export type ContradictionInput = {
  preparedCase: PreparedCase;
  reply: ReadReply;
  customerValues: readonly Value[];
  nearPoints: ReadonlySet<string>;
};

/** Kinds that name a moment: beyond the moment the customer is at, the same words may be about another day. */
const MOMENTS = new Set<Value['kind']>(['date', 'clock']);

/** Whether a clause tells flatly how this case stands. */
const isFlatStatement = ({ isQuestion, isConditional, isOfOtherCase, isRetracted, isHedged }: Clause): boolean =>
  !(isQuestion || isConditional || isOfOtherCase || isRetracted || isHedged);

const clausesWithin = (reading: Reading, { start, end }: { start: number; end: number }): number[] =>
  reading.clauses.flatMap((clause, index) => (clause.start >= start && clause.end <= end ? [index] : []));

/** Words of any sum: they tell nothing of what is paid for. */
const OF_ANY_SUM = '付块元钱';

/** Weight of the characters that a clause shares with the right wording nearest to it, figures aside. */
const sharedWeight = (text: string, { rightWordings }: CompiledWordings): number => {
  const chars = [...new Set(text)].filter((char) => !OF_ANY_SUM.includes(char));
  const weights = rightWordings.map(({ plain }) =>
    chars.reduce((sum, char) => sum + (plain.includes(char) ? charWeight(char.charCodeAt(0)) : 0), 0),
  );
  return Math.max(0, ...weights);
};

/** Whether a figure of the clause stands against the point's own and is right nowhere. */
const isOtherFigure = (
  reading: Reading,
  clause: Clause,
  value: StatedValue,
  point: CompiledWordings,
  { preparedCase, customerValues, nearPoints }: ContradictionInput,
): boolean => {
  const isOfSums = point.allowedValues.some(({ kind }) => kind === 'amount');
  // Where the point's figure is a sum, a bare number is a sum too: 还要付499.
  const asSum = <T extends Value>(value: T): T =>
    isOfSums && value.kind === 'number' ? { ...value, kind: 'amount' } : value;
  const said = asSum(value);
  const rightValues = point.allowedValues.map(asSum).filter(({ kind }) => kind === said.kind);
  if (rightValues.length === 0 || (value.isExplicit && value.sign < 0)) return false;
  if (MOMENTS.has(said.kind) && !nearPoints.has(point.id)) return false;
  if (!rightValues.every((value) => areRivals(said, value))) return false;
  const text = reading.text.slice(clause.start, clause.end);
  const before = reading.text.slice(clause.start, value.start);
  if (!isShopsFigure({ clauseText: text, before, after: reading.text.slice(value.end, clause.end) })) return false;
  if (customerValues.some((told) => isSameValue(told, said))) return false;
  return !isRightSum(preparedCase.truth.rightFigures, said, text, reading.values);
};

/** 15块您补一下: where a sum stands beside it, the person named is the one who pays. */
const BY_CUSTOMER = /[您你].{0,4}[补付出垫掏](?![发寄])/;
const PAYS = /[补付出垫掏]|担(?!心)|负责|自理|算[您你]/;
const SPARED = /[不别甭没免]/;

const isPaidByCustomer = (reading: Reading, clause: Clause, index: number): boolean => {
  const text = reading.text.slice(clause.start, clause.end);
  const sums = reading.values.filter((value) => value.clauseIndex === index && value.kind === 'amount');
  // 邮费0元 is nobody's to pay.
  if (clause.payer === 'shop' || SPARED.test(text) || sums.some(({ quantity }) => quantity === 0)) return false;
  return clause.payer === null ? sums.length > 0 && BY_CUSTOMER.test(text) : PAYS.test(text);
};

/** Words of a turn that takes something back: what such a turn names was told before, and no longer holds. */
const TAKES_BACK = [
  ...['弄错', '说错', '搞错', '记错', '看错', '讲错', '打错', '算错', '写错'],
  ...['前面说', '前面我说', '刚才说', '刚说', '之前说', '不对'],
];

/** Whether folded or plain words take something back. */
const takesSomethingBack = (text: string): boolean => holds(text, TAKES_BACK);

/** Whom a clause lays a fee on; null where it names nobody flatly. */
const payerByClause = (reading: Reading, clause: Clause, index: number): Party | null => {
  if (isPaidByCustomer(reading, clause, index)) return 'customer';
  return clause.payer === 'shop' && SHOP_BEARS.test(reading.text.slice(clause.start, clause.end)) ? 'shop' : null;
};
/** Words by which the shop bears a fee: 我们出, 店里包了. 不收 and 免 say so without naming the shop. */
const SHOP_BEARS = /[付出垫掏包担]|负责|免|不[收用]/;

/**
 * Words of goods that are merely not wanted: whoever sends them back pays the postage (c-fee), whatever the case is
 * about. They are looked for in the fee's clause and the NOT_WANTED_BEFORE clauses before it.
 */
const NOT_WANTED = ['不想要', '无理由', '不喜欢', '不合用', '不合脚', '后悔', '第二次', '第二回'];
const NOT_WANTED_BEFORE = 4;
const isOfNotWanted = ({ text, clauses }: Reading, index: number): boolean =>
  holds(text.slice(clauses[Math.max(0, index - NOT_WANTED_BEFORE)]?.start ?? 0, clauses[index]?.end), NOT_WANTED);

/** Fees laid on one side that the other bears wherever the case speaks of them. */
const wrongByFee = (reading: Reading, { preparedCase }: ContradictionInput): PointVerdict[] =>
  reading.clauses.flatMap((clause, index) => {
    const previous = reading.clauses[index - 1];
    const payer = payerByClause(reading, clause, index);
    if (payer === null || !isFlatStatement(clause) || previous?.isConditional) return [];
    if (payer === 'customer' && isOfNotWanted(reading, index)) return [];
    const clauseText = reading.text.slice(clause.start, clause.end);
    const text = reading.text.slice(previous?.start ?? clause.start, clause.end);
    const feeName = feeIn(clauseText) ?? (payer === 'customer' ? feeIn(text) : undefined);
    const fee = preparedCase.truth.rightFigures.borne.find(
      (fee) => fee.names === feeName && fee.by === otherParty(payer),
    );
    const point = fee && preparedCase.points.get(fee.points[0] as string)?.point;
    if (!point || holds(text, OTHERS_FIGURE) || holds(text, CONDITION_WORDS)) return [];
    const { start, end } = clause;
    const rule = oppositeRule(clauseText, point.says);
    return [{ id: point.id, state: 'wrong' as const, confidence: VERDICT_THRESHOLDS.unasked.told, start, end, rule }];
  });

/** Most digits in which a mistyped number differs; one that differs in more is another number. */
const MAX_SLIPS = 2;

/** 96111 for 96110: a number of the case with a digit or two wrong. */
const wrongByNumber = (reading: Reading, { preparedCase }: ContradictionInput): PointVerdict[] =>
  reading.values.flatMap((value) => {
    const clause = reading.clauses[value.clauseIndex] as Clause;
    const said = digitsOf(value);
    const { numbers } = preparedCase.truth.rightFigures;
    if (said === null || !isFlatStatement(clause) || value.sign < 0 || numbers.some(({ digits }) => digits === said))
      return [];
    const mistyped = numbers.find(
      ({ digits }) =>
        digits.length === said.length && [...digits].filter((char, index) => char !== said[index]).length <= MAX_SLIPS,
    );
    const point = mistyped && preparedCase.points.get(mistyped.point)?.point;
    if (!point) return [];
    const { start, end } = clause;
    const rule = oppositeRule(reading.text.slice(start, end), point.says);
    return [{ id: point.id, state: 'wrong' as const, confidence: VERDICT_THRESHOLDS.unasked.told, start, end, rule }];
  });

/** Whether the words of a wrong verdict name figures, and only such as are right in the case. */
export const isRightInCase = ({ preparedCase, reply }: ContradictionInput, { start, end }: PointVerdict): boolean => {
  const { text: plain, values } = readReply(reply.text.slice(start, end), preparedCase.truth.goodsNames).reading;
  return (
    values.length > 0 && values.every((value) => isRightSum(preparedCase.truth.rightFigures, value, plain, values))
  );
};

/**
 * The points of which a clause tells another figure, with those clauses by index. Only they can be told wrong by their
 * figure, whatever the judge makes of the words.
 */
const otherFiguresIn = (
  input: ContradictionInput,
  points: readonly PreparedPoint[],
): ReadonlyMap<number, ReadonlySet<number>> => {
  const { reading } = input.reply;
  const flatClauses = reading.clauses.flatMap((clause, index) => {
    const values = reading.values.filter((value) => value.clauseIndex === index);
    const isTelling =
      values.length > 0 && isFlatStatement(clause) && !(isMoment(reading, clause) && holdIn(reading) !== null);
    return isTelling ? [{ clause, index, values }] : [];
  });
  if (flatClauses.length === 0) return new Map();
  return new Map(
    points.flatMap(({ compiled }, pointIndex) => {
      const compiledPoint = compiled.compiled as CompiledWordings;
      const others = flatClauses.filter(({ clause, values }) =>
        values.some((value) => isOtherFigure(reading, clause, value, compiledPoint, input)),
      );
      return others.length === 0 ? [] : [[pointIndex, new Set(others.map(({ index }) => index))] as const];
    }),
  );
};

/** Points told wrong by another figure, those with most of the point's own words beside it first. */
const wrongByFigure = (input: ContradictionInput, points: readonly PreparedPoint[]): PointVerdict[] => {
  const { text, normal, reading } = input.reply;
  const otherFigures = otherFiguresIn(input, points);
  // Judging all points of a case takes a quarter of a turn's time, and most turns name no figure that is wrong anywhere.
  if (otherFigures.size === 0) return [];
  const verdicts = judgePoints({
    points: points.map(({ compiled }) => compiled),
    reading,
    question: NO_QUESTION,
    hasCorrection: false,
    askedPointIds: null,
    quote: (start, end) => {
      const span = originalSpan(normal, start, end);
      return text.slice(span.start, span.end);
    },
  });
  /** How strongly a wrong figure bears a verdict out; 0 where no figure does. */
  const weightOfFigure = (verdict: PointVerdict, index: number): number => {
    if (verdict.state !== 'wrong' || verdict.confidence < VERDICT_THRESHOLDS.unasked.heard) return 0;
    const compiled = points[index]?.compiled.compiled as CompiledWordings;
    const weights = clausesWithin(reading, verdict).map((clause) => {
      const { start, end } = reading.clauses[clause] as Clause;
      return otherFigures.get(index)?.has(clause) ? sharedWeight(reading.text.slice(start, end), compiled) : 0;
    });
    return Math.max(0, ...weights);
  };
  return verdicts
    .map((verdict, index) => ({ verdict, weight: weightOfFigure(verdict, index) }))
    .filter(({ weight }) => weight > 0)
    .toSorted((a, b) => b.weight - a.weight || b.verdict.confidence - a.verdict.confidence)
    .map(({ verdict }) => verdict);
};

/** Verdicts on points that no open question asks for, and on fees, asked or not. Offsets are the reply's own. */
export const toldOtherwise = (input: ContradictionInput, points: readonly PreparedPoint[]): PointVerdict[] => {
  const { normal, reading } = input.reply;
  if (takesSomethingBack(normal.text)) return [];
  const found = [...wrongByFee(reading, input), ...wrongByNumber(reading, input), ...wrongByFigure(input, points)];
  // One figure is one fault, whatever other points it would be wrong about.
  return found
    .filter(
      (verdict, index, all) =>
        !all.slice(0, index).some((first) => first.start < verdict.end && verdict.start < first.end),
    )
    .map((verdict) => ({
      ...verdict,
      ...originalSpan(normal, verdict.start, verdict.end),
      confidence: VERDICT_THRESHOLDS.unasked.told,
    }));
};
