/** Turns the windows found for a point into its verdict. */

import type { ComparedReply } from '#language/points/features/compared-reply.ts';
import type { WindowFacts } from '#language/points/features/window-facts.ts';
import type { CompiledWordings } from '#language/points/wordings/compiled.ts';
import * as rules from '#language/points/wordings/verdict-words.ts';
import type { StatedValue } from '#language/reading/clause.ts';
import { isSameValue } from '#language/reading/same-value.ts';
import { RULE_CONFIDENCE, SIMILARITY_THRESHOLDS, VERDICT_THRESHOLDS } from '#language/terms/thresholds.ts';
import type { PointVerdict, PointWordings } from '#language/terms/verdicts.ts';
import type { QuoteOf } from './asked-points.ts';
import { namesOtherCase } from './authored-rules.ts';

/** The chance (0–1) that a window says a point right or wrong, and that window. */
export type WeighedWindow = { chance: number; facts: WindowFacts; isRuled?: boolean } | null;
/** The likeliest right and wrong window of one point, and the one nearest its topic. */
export type FoundWindows = {
  covered: WeighedWindow;
  wrong: WeighedWindow;
  topicChance: number;
  topicWindow: WindowFacts | null;
};

export type PointContext = { hasCorrection: boolean; isAsked: boolean; pointIndex: number; quote: QuoteOf };

/** The verdict on one point. */
export const pointVerdict = (
  point: PointWordings,
  compiled: CompiledWordings,
  reply: ComparedReply,
  { covered, wrong, topicChance, topicWindow }: FoundWindows,
  { hasCorrection, isAsked, pointIndex, quote }: PointContext,
): PointVerdict => {
  const rightChance = covered?.chance ?? 0;
  const wrongChance = wrong?.chance ?? 0;
  const areApart = covered !== null && wrong !== null && isApart(covered.facts, wrong.facts);
  // 不是一个月，是三个月: beside the right words only surely wrong words count as wrong, and none that are taken back.
  const isCorrection = hasCorrection ? isBehind(wrong, covered) : wrongChance >= VERDICT_THRESHOLDS.wrong.told;
  const outweighs = rightChance < VERDICT_THRESHOLDS.covered.checked || !areApart || isCorrection;
  if (
    wrong &&
    isAsked &&
    wrongChance >= VERDICT_THRESHOLDS.wrong.checked &&
    wrongChance > rightChance &&
    outweighs &&
    !namesOtherCase(reply, pointIndex)
  ) {
    // Right and wrong words are equally sure, or the right figure stands elsewhere: a doubt that people settle.
    const isDoubtful =
      (areApart && rightChance >= VERDICT_THRESHOLDS.wrong.told) || saysRightFigure(compiled, reply, wrong);
    if (!isDoubtful || (hasCorrection && isBehind(wrong, covered)))
      return wrongVerdict(point, compiled, reply, wrong, quote);
    const [seen, confidence] =
      covered && rightChance >= VERDICT_THRESHOLDS.wrong.told
        ? [covered.facts, rightChance]
        : [wrong.facts, wrongChance];
    return {
      id: point.id,
      state: 'not-recognised',
      confidence,
      ...spanOf(reply, seen),
      rule: rules.notRecognisedRule(point.says),
    };
  }
  if (covered && rightChance >= (isAsked ? VERDICT_THRESHOLDS.covered.checked : VERDICT_THRESHOLDS.volunteered.told)) {
    const key = covered.facts.rightMatch ? reply.wordingIndex.wordings[covered.facts.rightMatch.slot]?.text : undefined;
    const span = spanOf(reply, covered.facts);
    return {
      id: point.id,
      state: 'covered',
      confidence: rightChance,
      ...span,
      rule: rules.nearWordingRule(key ?? point.says),
    };
  }
  if (topicWindow && topicChance >= VERDICT_THRESHOLDS.covered.doubt) {
    const span = spanOf(reply, topicWindow);
    // A reply on the topic without a figure of the right kind rarely says the point: 1 of 19 in real plays.
    if (!isLackingFigure(compiled, reply, topicWindow)) {
      const rule = rules.notRecognisedRule(point.says);
      const figure = rivalFigure(topicWindow, compiled, quote);
      const lean = wrongChance > LEANS * rightChance ? { leansWrong: true as const } : {};
      return { id: point.id, state: 'not-recognised', confidence: topicChance, ...span, rule, ...figure, ...lean };
    }
  }
  return notAddressed(point.id, 1 - topicChance);
};

/** Whether the right figure stands elsewhere in the turn: 组长30分钟内给信，你就写等店里通知. Then likeness alone makes nothing wrong. */
const saysRightFigure = (
  { essentialValues, allowedValues, sharedValues }: CompiledWordings,
  { reading }: ComparedReply,
  { facts }: NonNullable<WeighedWindow>,
): boolean => {
  const rightValues =
    essentialValues.length > 0
      ? essentialValues
      : allowedValues.filter(
          (value) =>
            value.kind !== 'date' &&
            !COUNT_KINDS.includes(value.kind) &&
            !sharedValues.some((shared) => isSameValue(shared, value)),
        );
  if (rightValues.length === 0 || facts.rivalValue !== null || facts.hasWrongOnlyValue || facts.hasOtherPayer)
    return false;
  const isInWindow = ({ clauseIndex }: StatedValue): boolean =>
    clauseIndex >= facts.window.from && clauseIndex <= facts.window.to;
  if (reading.values.some((value) => value.kind !== 'date' && isInWindow(value))) return false;
  return reading.values.some(
    (value) =>
      !(value.isExplicit && value.sign < 0) &&
      reading.clauses[value.clauseIndex]?.isRetracted !== true &&
      !isInWindow(value) &&
      rightValues.some((known) => isSameValue(known, value)),
  );
};

/** Whether a point turns on a figure and the window has none of its kind. */
const isLackingFigure = (
  { essentialValues }: CompiledWordings,
  reply: ComparedReply,
  { window }: WindowFacts,
): boolean => {
  const values = reply.clauses.slice(window.from, window.to + 1).flatMap((clause) => clause.values);
  return essentialValues.length > 0 && !essentialValues.some((known) => values.some(({ kind }) => kind === known.kind));
};

/** Whether `window` stands behind `other`: of words taken back and their correction the later counts (运费10元，不对，是15元). */
const isBehind = (window: WeighedWindow, other: WeighedWindow): boolean => {
  return (window?.facts.window.from ?? 0) > (other?.facts.window.to ?? 0);
};

/** Whether two windows share no clause. Right in one place and wrong in another is wrong (RULES T4). */
const isApart = (a: WindowFacts, b: WindowFacts): boolean => {
  return a.window.to < b.window.from || b.window.to < a.window.from;
};

const wrongVerdict = (
  point: PointWordings,
  compiled: CompiledWordings,
  reply: ComparedReply,
  { facts, chance, isRuled }: NonNullable<WeighedWindow>,
  quote: QuoteOf,
): PointVerdict => {
  const span = spanOf(reply, facts);
  const { rivalValue } = facts;
  const rule =
    rivalValue && compiled.figureText !== ''
      ? rules.otherValueRule(quote(rivalValue.start, rivalValue.end), compiled.figureText)
      : rules.oppositeRule(quote(span.start, span.end), point.says);
  const id = wrongIdOf(compiled, reply, facts);
  return {
    id: point.id,
    state: 'wrong',
    confidence: chance,
    ...span,
    rule,
    ...rivalFigure(facts, compiled, quote),
    ...(isRuled || facts.hasOtherPayer || id !== undefined || chance >= RULE_CONFIDENCE.minded
      ? {}
      : { alike: true as const }),
    ...(id === undefined ? {} : { wrongId: id }),
  };
};

/** How many times likelier wrong than right a doubt must be to lean. */
const LEANS = 3;
/** Kinds that are a point's figure only where it turns on one: the 一个 of 上一个客服 is none. */
const COUNT_KINDS: readonly string[] = ['number', 'measure'];

const rivalFigure = (
  { rivalValue }: WindowFacts,
  { essentialValues }: CompiledWordings,
  quote: QuoteOf,
): Pick<PointVerdict, 'figure'> => {
  const isFigureOfPoint =
    rivalValue !== null &&
    !rivalValue.isAgreedTo &&
    (!COUNT_KINDS.includes(rivalValue.kind) || essentialValues.some(({ kind }) => kind === rivalValue.kind));
  return isFigureOfPoint ? { figure: quote(rivalValue.start, rivalValue.end) } : {};
};

const wrongIdOf = (
  compiled: CompiledWordings,
  reply: ComparedReply,
  { wrongMatch, rivalValue, window }: WindowFacts,
): string | undefined => {
  const values = reply.clauses.slice(window.from, window.to + 1).flatMap((clause) => clause.values);
  const byFigure = compiled.wrongWordings.find(
    ({ id, wording }) =>
      id !== undefined &&
      wording.values.length > 0 &&
      wording.values.every((stated) => values.some((value) => isSameValue(stated, value))),
  );
  if (rivalValue && byFigure) return byFigure.id;
  if (!wrongMatch || wrongMatch.saidShare < SIMILARITY_THRESHOLDS.named) return byFigure?.id;
  const wording = reply.wordingIndex.wordings[wrongMatch.slot];
  return compiled.wrongWordings.find((wrong) => wrong.wording === wording)?.id;
};

/** The offsets of a window in the reply. */
export const spanOf = (reply: ComparedReply, { window }: WindowFacts): { start: number; end: number } => {
  return { start: reply.clauses[window.from]?.start ?? 0, end: reply.clauses[window.to]?.end ?? 0 };
};

/** The verdict that the reply says nothing of the point. */
export const notAddressed = (id: string, confidence: number): PointVerdict => {
  return { id, state: 'not-addressed', confidence, start: 0, end: 0, rule: '' };
};
