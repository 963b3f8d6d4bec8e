/** The verdicts on the open points of a turn. Each window is judged by itself; nothing is summed over the reply. */

import { bareAnswer, leadingAnswer, refusesToTell } from '#language/points/features/bare-answers.ts';
import { compareReply } from '#language/points/features/compare-reply.ts';
import type { ComparedReply } from '#language/points/features/compared-reply.ts';
import { type Verbatim, verbatimIn } from '#language/points/features/whole.ts';
import type { CompiledWordings } from '#language/points/wordings/compiled.ts';
import * as rules from '#language/points/wordings/verdict-words.ts';
import { wordingIndexOf } from '#language/points/wordings/wording-index.ts';
import { isSameValue, mayMean } from '#language/reading/same-value.ts';
import { RULE_CONFIDENCE, VERDICT_THRESHOLDS } from '#language/terms/thresholds.ts';
import type { PointVerdict, PointWordings } from '#language/terms/verdicts.ts';
import type { AskedPoints, QuoteOf } from './asked-points.ts';
import { authorVerdict } from './authored-rules.ts';
import type { AuthorVerdict } from './authored-sentences.ts';
import { leaningDoubt, OPPOSITE_ANSWER, saysWrongAlone, settleBareAnswer } from './bare-windows.ts';
import { deniedChoice } from './denied-choice.ts';
import { idleWordsOf } from './idle-words.ts';
import { isSettlingNothing } from './left-open.ts';
import { likeliestWindows } from './likeliest-windows.ts';
import { type FoundWindows, notAddressed, pointVerdict, spanOf } from './point-verdict.ts';
import { quotedSpan } from './quoted-window.ts';

type Span = { start: number; end: number };

/** Gives each point its verdict, in the points' order. */
export const judgePoints = ({
  points,
  reading,
  question,
  hasCorrection,
  askedPointIds,
  quote,
}: AskedPoints): PointVerdict[] => {
  const wordingIndex = wordingIndexOf(points);
  const reply = compareReply(reading, question, wordingIndex, askedPointIds);
  const bare = points.length > 0 && !refusesToTell(reading, question) ? bareAnswer(reading) : null;
  const opposite = bare === null ? null : compareReply(OPPOSITE_ANSWER[bare], question, wordingIndex, askedPointIds);
  const idleFor = idleWordsOf(reading);
  const isAsked = (id: string): boolean => askedPointIds?.has(id) ?? true;
  const verdicts = points.map((point, pointIndex) => {
    const compiled = point.compiled as CompiledWordings;
    const idle = idleFor(compiled);
    const verbatim = verbatimVerdict(reply, pointIndex, hasCorrection);
    const ruled = verbatim ?? deniedChoice(reading, compiled) ?? authorVerdict(reply, pointIndex, compiled);
    const authored = ruled && !verbatim && isWithin(ruled, idle) ? null : ruled;
    if (authored && authored.state !== 'wrong') return verdictOfAuthor(point, compiled, authored, quote);
    const windows = likeliestWindows(reply, pointIndex, idle);
    if (authored)
      return doubtBesideRight(reply, point, windows, authored) ?? verdictOfAuthor(point, compiled, authored, quote);
    if (opposite) settleBareAnswer(windows, likeliestWindows(opposite, pointIndex));
    return pointVerdict(point, compiled, reply, windows, {
      hasCorrection,
      isAsked: isAsked(point.id),
      pointIndex,
      quote,
    });
  });
  const leading = points.length > 0 && bare === null ? leadingAnswer(reading) : null;
  const answersWrong = (index: number): boolean =>
    leading !== null &&
    saysWrongAlone(leading, index, (answer) => compareReply(answer, question, wordingIndex, askedPointIds));
  return verdicts.map((verdict, index) => {
    // 能的 出库了也没事 has the words of 出库了，地址动不了 and says yes (RULES T223).
    const isLikeness =
      verdict.state === 'covered' && verdict.confidence < RULE_CONFIDENCE.minded && isAsked(verdict.id);
    if (isLikeness && answersWrong(index)) return leaningDoubt(points[index] as AskedPoints['points'][number], verdict);
    if (verdict.state === 'covered')
      return { ...verdict, ...quotedSpan(reply, index, verdict, idleFor(points[index]?.compiled as CompiledWordings)) };
    if (verdict.state !== 'wrong') return verdict;
    const compiled = points[index]?.compiled as CompiledWordings;
    if (isSettlingNothing(reply, compiled, verdict)) return notAddressed(verdict.id, 1 - verdict.confidence);
    if (saysRightFigureAlone(reply, points[index] as AskedPoints['points'][number], verdict))
      return notAddressed(verdict.id, 1 - verdict.confidence);
    const doubt = doubtOfRound(reply, points[index] as AskedPoints['points'][number], verdict);
    if (doubt || verdict.confidence >= RULE_CONFIDENCE.verbatim) return doubt ?? verdict;
    const isExcused = verdicts.some((otherVerdict, otherIndex) => {
      if (otherVerdict.state !== 'covered') return false;
      // 最晚11月13日周五14:55前发出, word for word what answers another question, is no wrong hour of this one (RULES T229).
      if (otherVerdict.confidence >= RULE_CONFIDENCE.verbatim && isWithin(verdict, [otherVerdict])) return true;
      return isAsked(verdict.id)
        ? areValuesOfOther(reply, verdict, index, otherIndex)
        : shareWords(otherVerdict, verdict) && isAsked(otherVerdict.id);
    });
    return isExcused ? notAddressed(verdict.id, 1 - verdict.confidence) : verdict;
  });
};

const isWithin = (words: Span, spans: readonly Span[]): boolean =>
  spans.some(({ start, end }) => words.start >= start && words.end <= end);

/**
 * A wrong verdict on words whose figure is told as about so much and may mean the right one (RULES T75): a doubt for
 * staff to rule on.
 */
const doubtOfRound = (
  { clauses }: ComparedReply,
  { id, says, compiled }: AskedPoints['points'][number],
  { confidence, start, end }: PointVerdict,
): PointVerdict | null => {
  const { essentialValues, allowedValues } = compiled as CompiledWordings;
  const rightValues = essentialValues.length > 0 ? essentialValues : allowedValues;
  if (confidence === RULE_CONFIDENCE.verbatim) return null;
  const isRound = clauses
    .filter((clause) => clause.start >= start && clause.end <= end)
    .some(({ values }) => values.some((said) => rightValues.some((right) => mayMean(said, right))));
  return isRound ? { id, state: 'not-recognised', confidence, start, end, rule: rules.notRecognisedRule(says) } : null;
};

/** Beside a figure that stands alone there are at most so many characters: 拍41.5, 退2, 算下来9块. */
const MAX_BESIDE = 3;
/** Words that make something else of a figure: 不是41.5, 7天后, 多退9块. */
const CHANGES_FIGURE = /[不没别无未非前后起外多少超]/;

/** Whether wrong words are the point's own figure and next to nothing else: such a figure, with its unit or without, is never wrong (RULES T85). */
const saysRightFigureAlone = (
  { clauses, reading }: ComparedReply,
  { compiled }: AskedPoints['points'][number],
  { start, end, confidence }: PointVerdict,
): boolean => {
  const { allowedValues } = compiled as CompiledWordings;
  const values = clauses
    .filter((clause) => clause.start >= start && clause.end <= end)
    .flatMap((clause) => clause.values);
  if (confidence === RULE_CONFIDENCE.verbatim || values.length === 0) return false;
  if (!values.every((said) => allowedValues.some((right) => isSameValue(said, right)))) return false;
  const figureChars = values.reduce((sum, value) => sum + value.end - value.start, 0);
  const said = reading.text.slice(start, end);
  return said.replace(/[^\p{L}\d.]/gu, '').length - figureChars <= MAX_BESIDE && !CHANGES_FIGURE.test(said);
};

/** The author's wrong words, and elsewhere words that say the point as surely: a doubt for staff to rule on (RULES T33). */
const doubtBesideRight = (
  reply: ComparedReply,
  { id, says }: PointWordings,
  { covered }: FoundWindows,
  authored: AuthorVerdict,
): PointVerdict | null => {
  if (!covered || covered.chance < VERDICT_THRESHOLDS.wrong.told) return null;
  const span = spanOf(reply, covered.facts);
  if (span.start < authored.end && authored.start < span.end) return null;
  return { id, state: 'not-recognised', confidence: covered.chance, ...span, rule: rules.notRecognisedRule(says) };
};

/** Whether all strange values of a wrong verdict are another point's: the 7 of 还有7件没印 isn't a wrong count of the 5 printed. */
const areValuesOfOther = (
  { wordingIndex, clauses }: ComparedReply,
  { start, end }: PointVerdict,
  index: number,
  otherIndex: number,
): boolean => {
  const rightValues = wordingIndex.points[index]?.allowedValues ?? [];
  const otherValues = wordingIndex.points[otherIndex]?.allowedValues ?? [];
  const strangeValues = clauses
    .filter((clause) => clause.start >= start && clause.end <= end)
    .flatMap(({ values }) => values)
    .filter((value) => !rightValues.some((essential) => isSameValue(essential, value)));
  return (
    strangeValues.length > 0 &&
    strangeValues.every((value) => otherValues.some((essential) => isSameValue(essential, value)))
  );
};

/** Whether two verdicts share words: 收到鞋起7天内退款 answers what is asked, so it isn't held against 13号前申请. */
const shareWords = (a: PointVerdict, b: PointVerdict): boolean => {
  return a.start < b.end && b.start < a.end;
};

const verdictOfAuthor = (
  point: PointWordings,
  compiled: CompiledWordings,
  authored: AuthorVerdict,
  quote: QuoteOf,
): PointVerdict => {
  if (authored.state === 'neither') return notAddressed(point.id, authored.confidence);
  const { state, confidence, start, end, rivalSpan } = authored;
  if (state === 'covered') return { id: point.id, state, confidence, start, end, rule: authored.rule };
  const rule =
    rivalSpan && compiled.figureText !== ''
      ? rules.otherValueRule(quote(rivalSpan.start, rivalSpan.end), compiled.figureText)
      : rules.oppositeRule(quote(start, end), point.says);
  const { wrongId } = authored;
  const figure = rivalSpan && !rivalSpan.isAgreedTo ? { figure: quote(rivalSpan.start, rivalSpan.end) } : {};
  return {
    id: point.id,
    state,
    confidence,
    start,
    end,
    rule,
    ...figure,
    ...(wrongId === undefined ? {} : { wrongId }),
  };
};

/** The verdict where the author's words occur word for word; right and wrong ones together are left to the trees. */
const verbatimVerdict = (reply: ComparedReply, pointIndex: number, hasCorrection: boolean): AuthorVerdict | null => {
  const slots = reply.wordingIndex.slotsByPoint[pointIndex];
  const verbatims = verbatimIn(reply).filter(({ slot }) => reply.wordingIndex.pointOfSlot[slot] === pointIndex);
  const right = longestVerbatim(reply, verbatims, slots?.right ?? []);
  const wrong = longestVerbatim(reply, verbatims, slots?.wrong ?? []);
  if ((right === null) === (wrong === null)) return null;
  const { window, slot } = (right ?? wrong) as Verbatim;
  // 看错 in 是您看错了 takes nothing back, for nothing stands beside it. 不对 in 运费10元，不对，是15元 does.
  const isWholeReply = window.from === 0 && window.to === reply.clauses.length - 1;
  if (hasCorrection && !isWholeReply) return null;
  const wording = reply.wordingIndex.wordings[slot];
  const id = reply.wordingIndex.points[pointIndex]?.wrongWordings.find((wrong) => wrong.wording === wording)?.id;
  const span = { start: reply.clauses[window.from]?.start ?? 0, end: reply.clauses[window.to]?.end ?? 0 };
  const rule = right ? rules.nearWordingRule(wording?.text ?? '') : '';
  return {
    state: right ? 'covered' : 'wrong',
    confidence: RULE_CONFIDENCE.verbatim,
    ...span,
    rule,
    ...(id === undefined ? {} : { wrongId: id }),
  };
};

const longestVerbatim = (
  reply: ComparedReply,
  verbatims: readonly Verbatim[],
  slots: readonly number[],
): Verbatim | null => {
  const length = ({ slot }: Verbatim): number => reply.wordingIndex.wordings[slot]?.folded.length ?? 0;
  return verbatims
    .filter(({ slot }) => slots.includes(slot))
    .reduce<Verbatim | null>((longest, match) => (longest && length(longest) >= length(match) ? longest : match), null);
};
