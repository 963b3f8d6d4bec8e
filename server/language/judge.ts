import { actsIn, momentOf } from '#language/acts/acts.ts';
import { answerOf, TextAnswer, touchesOf } from '#language/answers/answers.ts';
import { askedIn, namedIn } from '#language/asked/asked.ts';
import { asksOutright } from '#language/asked/outright.ts';
import { promisesIn } from '#language/authority/promises-in.ts';
import { contradictionsIn } from '#language/cards/contradictions.ts';
import { WEIGHTED_BUCKETS } from '#language/classifier/classifier.ts';
import { Features } from '#language/classifier/features.ts';
import { addReplyFeatures } from '#language/classifier/heads.ts';
import { deedsIn } from '#language/deeds/deeds.ts';
import { deedsSpokenOf, undertakingsIn } from '#language/deeds/undertakings.ts';
import type { Reading } from '#language/reading/clause.ts';
import { readText } from '#language/reading/clauses.ts';
import { folded } from '#language/reading/folded.ts';
import { type NormalText, originalSpan } from '#language/reading/normalise.ts';
import { type ReadReply, readReply } from '#language/reading/read-reply.ts';
import { weighRedLines } from '#language/red-lines/doubts.ts';
import { matchRules } from '#language/red-lines/red-lines.ts';
import type { Evidence, JudgeQuestion, PointVerdict, QuestionTouch, RedLineHit } from '#language/terms/verdicts.ts';
import { slightsIn } from '#language/tone/slights.ts';
import { isIllMannered, type ToneVerdict, toneOf } from '#language/tone/tone.ts';
import { withoutGoodsNames } from '#language/whole-reply/goods-names.ts';
import { takesLeave } from '#language/windows/closings.ts';
import { hearPoints } from './hear-points.ts';
import type { JudgeInput, Judgement } from './judgement.ts';

const ABUSE = new Set(['insult', 'threat']);
/** Scratch, emptied for every turn. */
const FEATURES = new Features(WEIGHTED_BUCKETS);

/** Judges one turn of the trainee. Pure: equal input gives an equal judgement. A reply already read can be passed in. */
export const judge = (
  input: JudgeInput,
  { normal, reading }: Pick<ReadReply, 'normal' | 'reading'> = readReply(input.reply, input.goodsNames),
): Judgement => {
  const customerText = folded(input.customer ?? '');
  const { redLines, hasAbuse, tone } = mannersOf(input, normal, reading, customerText);
  const heard = hearPoints(input, { normal, reading }, customerText, () => hasAbuse);
  const { points, hold, hasCorrection, hasKeywordStuffing, isParroting } = heard;
  const textAnswer = new TextAnswer(reading, customerText, FEATURES);
  const { acts, evidence, askChances } = actsIn(reading, momentOf(customerText), hold !== null);
  const evidenceSpans: Evidence[] = [];
  for (const { id, state, start, end } of points)
    if (end > start) evidenceSpans.push(evidenceOf(normal, `point:${id}:${state}`, start, end));
  for (const { code, start, end } of redLines) evidenceSpans.push(evidenceOf(normal, `red-line:${code}`, start, end));
  if (tone.span) evidenceSpans.push(evidenceOf(normal, `tone:${tone.tone}`, tone.span.start, tone.span.end));
  if (hold) evidenceSpans.push(evidenceOf(normal, 'hold', hold.start, hold.end));
  for (const { what, start, end } of evidence) evidenceSpans.push(evidenceOf(normal, what, start, end));
  const openQuestions = input.questions ?? [];
  const touches = touchesOf(textAnswer, openQuestions, points);
  return {
    points: points.map((verdict) => inOriginal(normal, verdict)),
    questions: hasAbuse ? touches.map((touch) => dodgedByInsult(touch, openQuestions, points)) : touches,
    answer: answerOf(points, textAnswer),
    tone: tone.tone,
    toneConfidence: tone.confidence,
    acts,
    slights: slightsIn(reading, input.goodsNames).map((slight) => inOriginal(normal, slight)),
    redLines: redLines.map((hit) => inOriginal(normal, hit)),
    hold: hold ? { seconds: hold.seconds } : null,
    corrects: hasCorrection,
    asks:
      !isParroting &&
      (reading.clauses.some((clause) => clause.isQuestion) || (!input.checked && acts.includes('ask-info'))),
    asksOutright: !isParroting && asksOutright(reading, askChances),
    parrots: isParroting,
    takesLeave: takesLeave(input.reply),
    stacking: hasKeywordStuffing,
    claims: input.deeds
      ? deedsIn(reading, input.deeds.named, input.deeds.open).map((claim) => inOriginal(normal, claim))
      : [],
    undertakings: input.deeds
      ? undertakingsIn(reading, input.deeds.named).map((undertaking) => inOriginal(normal, undertaking))
      : [],
    ...(input.deeds && { spokenDeeds: deedsSpokenOf(reading, input.deeds.named) }),
    promises: input.authority
      ? promisesIn(reading, input.authority, input.authority.level).map((promise) => inOriginal(normal, promise))
      : [],
    contradictions: input.cards
      ? contradictionsIn(reading, input.cards, customerText).map((contradiction) => inOriginal(normal, contradiction))
      : [],
    asked: askedIn(reading, input.facts ?? [], askChances).map((ask) => inOriginal(normal, ask)),
    askedAgain: namedIn(reading, input.told ?? [], askChances).map((ask) => inOriginal(normal, ask)),
    evidence: evidenceSpans,
  };
};

/**
 * The verdicts that `judge` gives on the points, for who asks nothing else of a turn: manners are weighed only where a
 * verdict hangs on them, acts, answers and promises not at all.
 */
export const judgedPoints = (
  input: JudgeInput,
  { normal, reading }: Pick<ReadReply, 'normal' | 'reading'> = readReply(input.reply, input.goodsNames),
): PointVerdict[] => {
  const customerText = folded(input.customer ?? '');
  let known: boolean | null = null;
  const hasAbuse = (): boolean => {
    known ??= mannersOf(input, normal, reading, customerText).hasAbuse;
    return known;
  };
  const { points } = hearPoints(input, { normal, reading }, customerText, hasAbuse);
  return points.map((verdict) => inOriginal(normal, verdict));
};

type Manners = { redLines: RedLineHit[]; hasAbuse: boolean; tone: ToneVerdict };

/**
 * Red lines and tone. An accusation must also hold with the goods' names replaced by neutral words: 丑 in 您选丑苹果 is
 * about no person. The last features put into HEARD are those of the reply itself.
 */
const mannersOf = (
  { goodsNames = [] }: JudgeInput,
  normal: NormalText,
  reading: Reading,
  customerText: string,
): Manners => {
  const manners = mannersIn(reading, customerText);
  const isAccused = manners.redLines.length > 0 || isIllMannered(manners.tone.tone);
  const withoutNames = isAccused ? withoutGoodsNames(normal.text, goodsNames) : normal.text;
  if (withoutNames === normal.text) return manners;
  const neutral = mannersIn(readText(withoutNames), customerText);
  FEATURES.clear();
  addReplyFeatures(FEATURES, reading);
  const redLines = manners.redLines.flatMap((hit) => {
    const confirmed = neutral.redLines.find(({ code }) => code === hit.code);
    return confirmed === undefined ? [] : [confirmed.confidence === 'high' ? hit : { ...hit, ...weightOf(confirmed) }];
  });
  const isMilder = !isIllMannered(neutral.tone.tone) || neutral.tone.confidence < manners.tone.confidence;
  return { redLines, hasAbuse: isAbusive(redLines), tone: isMilder ? neutral.tone : manners.tone };
};

const weightOf = ({ confidence, chance, rule }: RedLineHit) => ({ confidence, chance, rule });

const mannersIn = (reading: Reading, customerText: string): Manners => {
  const matched = matchRules(reading.text, customerText);
  FEATURES.clear();
  addReplyFeatures(FEATURES, reading);
  const redLines = weighRedLines(reading, matched, FEATURES);
  const hasAbuse = isAbusive(redLines);
  return { redLines, hasAbuse, tone: toneOf(reading, customerText, hasAbuse, FEATURES) };
};

const isAbusive = (redLines: readonly RedLineHit[]): boolean =>
  redLines.some((hit) => hit.confidence === 'high' && ABUSE.has(hit.code));

const evidenceOf = (normal: NormalText, what: string, from: number, to: number): Evidence => ({
  what,
  ...originalSpan(normal, from, to),
});

/** Turns the offsets of an object made for this turn into offsets of the original reply. */
const inOriginal = <T extends { start: number; end: number }>(normal: NormalText, found: T): T =>
  Object.assign(found, originalSpan(normal, found.start, found.end));

/** With an insult or a threat, content that covers no point of the question counts as a dodge. */
const dodgedByInsult = (
  touch: QuestionTouch,
  questions: readonly JudgeQuestion[],
  points: readonly PointVerdict[],
): QuestionTouch => {
  const pointIds = questions.find(({ id }) => id === touch.id)?.pointIds ?? [];
  const saysPoint = points.some(({ id, state }) => pointIds.includes(id) && (state === 'covered' || state === 'wrong'));
  return touch.touch === 'content' && !saysPoint ? { ...touch, touch: 'dodged' } : touch;
};
