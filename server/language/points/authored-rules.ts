/** An author's rules beyond wordings: `yes` and `no` near `about`, a typed value, side or yes-no, other cases, sentences. */

import type { ComparedClause, ComparedReply } from '#language/points/features/compared-reply.ts';
import { bestWindow, matchOf, weightOfBits } from '#language/points/features/windows.ts';
import type { CompiledWordings } from '#language/points/wordings/compiled.ts';
import { namedWordRule } from '#language/points/wordings/verdict-words.ts';
import { spokenForm, type Wording } from '#language/points/wordings/wording.ts';
import type { PointSlots } from '#language/points/wordings/wording-index.ts';
import { isTakenFrom } from '#language/reading/aside.ts';
import { isLeftOpen } from '#language/reading/embedded.ts';
import { areRivals, isSameValue } from '#language/reading/same-value.ts';
import type { Value } from '#language/reading/value.ts';
import type { Party } from '#language/terms/party.ts';
import { RULE_CONFIDENCE, SIMILARITY_THRESHOLDS } from '#language/terms/thresholds.ts';
import { type AuthorVerdict, sentenceVerdict } from './authored-sentences.ts';
import { isOtherSpan, isOtherSum, otherSumsOf, startsReckoning } from './other-sums.ts';

const { ruled: RULED } = RULE_CONFIDENCE;
const MIN_SHARE = SIMILARITY_THRESHOLDS;

/** The verdict by the author's own rules; null when none applies. Naming another case of theirs cancels a wrong verdict. */
export const authorVerdict = (
  reply: ComparedReply,
  pointIndex: number,
  point: CompiledWordings,
): AuthorVerdict | null => {
  const slots = reply.wordingIndex.slotsByPoint[pointIndex];
  if (!slots) return null;
  const ruled =
    sentenceVerdict(reply, point, slots) ??
    valueVerdict(reply, point, slots) ??
    wordsVerdict(reply, slots) ??
    bareVerdict(reply, point);
  return ruled?.state === 'wrong' && namesOtherCase(reply, pointIndex) ? null : ruled;
};

/** Whether the reply names another case (另一种情况) that the author wrote. */
export const namesOtherCase = (reply: ComparedReply, pointIndex: number): boolean => {
  return (reply.wordingIndex.slotsByPoint[pointIndex]?.unless ?? []).some(
    (slot) => isLiteral(reply, slot) && (bestWindow(reply, slot)?.match.saidShare ?? 0) >= MIN_SHARE.spared,
  );
};

/** Wordings with fewer characters than this (没付, 拔) must occur exactly as written. */
const MIN_CHARS = 3;

const isLiteral = ({ wordingIndex, reading }: ComparedReply, slot: number): boolean => {
  const wording = wordingIndex.wordings[slot] as Wording;
  return wording.plain.length >= MIN_CHARS || spokenForm(reading.text).includes(wording.spokenForm);
};

/**
 * By the value or the payer the author typed, in clauses on the point's topic. The first right clause decides, else the
 * first wrong one. Of days those come first whose clause itself names the topic: in 今天12号才第五天，最晚14号 it is the
 * 14th (RULES T121).
 */
const valueVerdict = (
  reply: ComparedReply,
  { typed, allowedValues }: CompiledWordings,
  slots: PointSlots,
): AuthorVerdict | null => {
  if (typed === null || typed.kind === 'yes-no') return null;
  const near = reply.clauses.flatMap((clause, index) =>
    clause.isMute ||
    clause.isConditional ||
    clause.isOfOtherCase ||
    isLeftOpen(reply.reading.text.slice(clause.start, clause.end)) ||
    !isAbout(reply, slots, index, true)
      ? []
      : [clause],
  );
  const isDay = typed.kind === 'value' && typed.value.kind === 'date';
  const direct = isDay ? near.filter((clause) => namesTopic(reply, slots, clause)) : [];
  const otherSums = otherSumsOf(reply, slots);
  const reckoned = near.find((clause) => typed.kind === 'value' && startsReckoning(reply, slots, typed.value, clause));
  if (reckoned) return toldBy(reply, reckoned);
  return (
    typedVerdict(reply, typed, direct, allowedValues, otherSums) ??
    typedVerdict(reply, typed, near, allowedValues, otherSums)
  );
};

/** Whether a clause has one of the words for what the point is about. */
const namesTopic = ({ wordingIndex, reading }: ComparedReply, slots: PointSlots, { start, end }: ComparedClause) =>
  slots.about.some((slot) => {
    const { spokenForm: word } = wordingIndex.wordings[slot] as Wording;
    return word !== '' && spokenForm(reading.text.slice(start, end)).includes(word);
  });

const typedVerdict = (
  reply: ComparedReply,
  typed: Exclude<NonNullable<CompiledWordings['typed']>, { kind: 'yes-no' }>,
  clauses: readonly ComparedClause[],
  allowedValues: readonly Value[],
  otherSums: readonly RegExp[],
): AuthorVerdict | null => {
  let wrong: AuthorVerdict | null = null;
  for (const clause of clauses) {
    const verdict =
      typed.kind === 'payer'
        ? payerVerdict(reply, clause, typed.party)
        : figureVerdict(reply, clause, typed.value, allowedValues, otherSums);
    if (verdict?.state === 'covered') return verdict;
    wrong ??= verdict;
  }
  return wrong;
};

const payerVerdict = ({ reading }: ComparedReply, { start, end, payer }: ComparedClause, right: Party) => {
  if (payer === null) return null;
  if (payer !== right) return { state: 'wrong', confidence: RULED, start, end, rule: '' } as const;
  return toldBy({ reading }, { start, end });
};

const toldBy = ({ reading }: Pick<ComparedReply, 'reading'>, { start, end }: { start: number; end: number }) =>
  ({ state: 'covered', confidence: RULED, start, end, rule: namedWordRule(reading.text.slice(start, end)) }) as const;

/**
 * The most a bare number may be to stand for a day of the month or an hour: the 0713 of 报尾号0713就行 is neither. None stands for
 * a wrong length of time: 129的件要主管点头才能补.
 */
const MOST_BARE: Readonly<Partial<Record<Value['kind'], number>>> = { date: 31, clock: 24, duration: 0 };
/** 再拨96110, 单号7071: a number that somebody or something is reached or known by is no sum (RULES T181). */
const BY_NUMBER = /(?:[打拨找]|[尾单编]号|订单|热线|电话|账号|验证码|…)(?:一下|是)?$/;

/** 腰围80到84, 脚长25, 高27: a number behind what is measured is no sum, though nothing names its unit. */
const MEASURED =
  /(?:[腰胸臀领头腿]围|身高|体重|[脚裤衣袖身]长|肩宽|直径|净重|毛重|[长宽高厚深])(?:是|大概|约|在)?(?:\d+(?:\.\d+)?[到至~-])?$/;
const isNoSum = (text: string, { kind, start }: Value): boolean =>
  kind === 'number' && [MEASURED, BY_NUMBER].some((words) => words.test(text.slice(Math.max(0, start - 10), start)));

/** 先空烧200℃10分钟 is no other length of 15天内换新: minutes are never meant for days (RULES T225). */
const isOfMinutes = (right: Value, said: Value): boolean =>
  right.kind === 'duration' && said.kind === 'duration' && right.quantity >= DAY_S && said.quantity < HOUR_S;
const [HOUR_S, DAY_S] = [3600, 86_400];

const figureVerdict = (
  reply: ComparedReply,
  { start, end, values }: ComparedClause,
  right: Value,
  allowedValues: readonly Value[],
  otherSums: readonly RegExp[],
): AuthorVerdict | null => {
  let wrong: AuthorVerdict | null = null;
  for (const value of values) {
    if ((value.isExplicit && value.sign < 0) || isTakenFrom(reply.reading.text, value)) continue;
    const rule = namedWordRule(reply.reading.text.slice(value.start, value.end));
    if (isSameValue(right, value)) return { state: 'covered', confidence: RULED, start, end, rule };
    if (value.kind === 'number' && value.quantity > (MOST_BARE[right.kind] ?? Number.POSITIVE_INFINITY)) continue;
    if (right.kind === 'amount' && isNoSum(reply.reading.text, value)) continue;
    if (right.kind === 'amount' && isOtherSum(reply, value, otherSums)) continue;
    if (right.kind === 'duration' && isOtherSpan(reply, value, otherSums)) continue;
    if (value.isGone === true || isOfMinutes(right, value)) continue;
    // 凑到199就能减15: what the author's right wordings have is no other figure than the right one (RULES T173).
    if (allowedValues.some((known) => isSameValue(known, value))) continue;
    const said = value.kind === 'number' ? { ...value, kind: right.kind } : value;
    const isOfOpenPoint = reply.wordingIndex.points.some(({ allowedValues }) =>
      allowedValues.some((allowed) => isSameValue(allowed, value)),
    );
    if (areRivals(right, said) && !isOfOpenPoint)
      wrong ??= { state: 'wrong', confidence: RULED, start, end, rule: '', rivalSpan: value };
  }
  return wrong;
};

const wordsVerdict = (reply: ComparedReply, slots: PointSlots): AuthorVerdict | null => {
  const longestSaid = (list: readonly number[]) => {
    let best: { said: number; start: number; end: number; text: string } | null = null;
    for (const slot of list) {
      const window = reply.touchedSlots[slot] === 1 && isLiteral(reply, slot) ? bestWindow(reply, slot) : null;
      if (
        !window ||
        window.match.saidShare < MIN_SHARE.word ||
        window.match.turnedBits !== 0 ||
        !isAbout(reply, slots, window.from, false)
      )
        continue;
      const wording = reply.wordingIndex.wordings[slot] as Wording;
      const denials = reply.clauses
        .slice(window.from, window.to + 1)
        .reduce((sum, clause) => sum + clause.denialCount, 0);
      if (denials < wording.denialCount || !saysValues(reply, wording, window.from, window.to)) continue;
      if (best && best.said >= wording.folded.length) continue;
      const span = { start: reply.clauses[window.from]?.start ?? 0, end: reply.clauses[window.to]?.end ?? 0 };
      best = { said: wording.folded.length, ...span, text: wording.text };
    }
    return best;
  };
  const yes = longestSaid(slots.yes);
  const no = longestSaid(slots.no);
  if (no && (!yes || no.said > yes.said))
    return { state: 'wrong', confidence: RULED, start: no.start, end: no.end, rule: '' };
  return yes && { state: 'covered', confidence: RULED, start: yes.start, end: yes.end, rule: namedWordRule(yes.text) };
};

const saysValues = (reply: ComparedReply, wording: Wording, from: number, to: number): boolean => {
  const values = reply.clauses.slice(from, to + 1).flatMap((clause) => clause.values);
  return wording.values.every((stated) => values.some((value) => isSameValue(stated, value)));
};

/** A bare yes or no against the one the author typed: 不行哦 is wrong where they typed yes. */
const bareVerdict = (
  { clauses, reading, isBareAnswer }: ComparedReply,
  { typed }: CompiledWordings,
): AuthorVerdict | null => {
  const clause = clauses.find(({ bareSign }) => bareSign !== 0);
  if (typed?.kind !== 'yes-no' || !clause || !isBareAnswer) return null;
  const { start, end, bareSign } = clause;
  const state = bareSign > 0 === typed.isYes ? 'covered' : 'wrong';
  return { state, confidence: RULED, start, end, rule: namedWordRule(reading.text.slice(start, end)) };
};

/** Whether a clause, its neighbours or the question speak of what the point is about. */
const isAbout = (
  reply: ComparedReply,
  slots: PointSlots,
  clauseIndex: number,
  mayUseRightWordings: boolean,
): boolean => {
  const about = slots.about.length > 0 ? slots.about : mayUseRightWordings ? slots.right : [];
  if (about.length === 0) return true;
  return about.some((slot) => {
    const wording = reply.wordingIndex.wordings[slot] as Wording;
    const questionChars = reply.questionBits[slot * 3] as number;
    if (wording.chars.total > 0 && weightOfBits(wording.chars, questionChars) >= MIN_SHARE.about * wording.chars.total)
      return true;
    const from = Math.max(0, clauseIndex - 1);
    const to = Math.min(reply.clauses.length - 1, clauseIndex + 1);
    const textAround = reply.reading.text.slice(reply.clauses[from]?.start, reply.clauses[to]?.end);
    if (slots.about.length > 0 && wording.spokenForm !== '' && textAround.includes(wording.spokenForm)) return true;
    const match = matchOf(reply, slot, from, to);
    return match.saidShare >= (slots.about.length > 0 ? MIN_SHARE.about : MIN_SHARE.about / 2);
  });
};
