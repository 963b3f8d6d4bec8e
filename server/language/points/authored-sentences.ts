/** Whole sentences that an author or staff ruled on: those that say a point, and those that say nothing of it. */

import type { ComparedReply } from '#language/points/features/compared-reply.ts';
import { commonSubsequenceLength, LONGEST_COMMON } from '#language/points/wordings/common-subsequence.ts';
import type { CompiledWordings } from '#language/points/wordings/compiled.ts';
import { oppositeClauses } from '#language/points/wordings/opposite.ts';
import { rivalClauses } from '#language/points/wordings/rival-names.ts';
import { nearExampleRule } from '#language/points/wordings/verdict-words.ts';
import { spokenForm, type Wording } from '#language/points/wordings/wording.ts';
import type { PointSlots } from '#language/points/wordings/wording-index.ts';
import { type CharSieve, maxSharedChars, sieveFrom } from '#language/reading/char-sieve.ts';
import type { StatedValue } from '#language/reading/clause.ts';
import { isSameValue } from '#language/reading/same-value.ts';
import { RULE_CONFIDENCE, SIMILARITY_THRESHOLDS } from '#language/terms/thresholds.ts';

const { ruled: RULED } = RULE_CONFIDENCE;
const MIN_SHARE = SIMILARITY_THRESHOLDS;

/** A verdict by the author's own rules; `neither`: the words say nothing of the point. */
export type AuthorVerdict = {
  state: 'covered' | 'wrong' | 'neither';
  confidence: number;
  start: number;
  end: number;
  rule: string;
  /** The value said in place of the right one. */
  rivalSpan?: { start: number; end: number; isAgreedTo?: boolean };
  wrongId?: string;
};

/** The verdict by whole sentences; null where the reply has none of them. */
export const sentenceVerdict = (
  reply: ComparedReply,
  point: CompiledWordings,
  slots: PointSlots,
): AuthorVerdict | null => {
  if (point.exemplars.covering.length === 0 && point.exemplars.ruledOut.length === 0) return null;
  const rivals = rivalClauses(point.rivalNames, reply.reading) ?? [];
  const opposite = new Set(oppositeClauses(reply.reading, point));
  const oppositeStarts = reply.clauses.flatMap(({ start }, index) =>
    opposite.has(index) || rivals[index] ? [start] : [],
  );
  for (const slot of slots.coveringExemplars) {
    const span = sentenceSpan(reply, slot);
    if (span && oppositeStarts.some((start) => start >= span.start && start < span.end)) continue;
    const text = reply.wordingIndex.wordings[slot]?.text ?? '';
    if (span && lacksFigure(reply, point, span)) continue;
    if (span) return { state: 'covered', confidence: RULED, ...span, rule: nearExampleRule(text) };
  }
  for (const slot of slots.ruledOutExemplars) {
    const span = sentenceSpan(reply, slot);
    if (span && isNearlyAll(reply, span)) return { state: 'neither', confidence: RULED, ...span, rule: '' };
  }
  return null;
};

/** Whether the answer is a sum, share, size or measure and a sentence has it not: what a testplan said beside it says no price. */
const lacksFigure = (
  { clauses }: ComparedReply,
  { typed, rightWordings: [says] }: CompiledWordings,
  span: { start: number; end: number },
) => {
  if (typed?.kind !== 'value' || !SAID_OUTRIGHT.includes(typed.value.kind)) return false;
  // 可以全额退款 is the point itself, and has no sum.
  if (!says?.values.some((value) => isSameValue(typed.value, value))) return false;
  const said = clauses.filter(({ start, end }) => start >= span.start && end <= span.end);
  return !said.some(({ values }) => values.some((value) => isSameValue(typed.value, value)));
};
const SAID_OUTRIGHT: readonly string[] = ['amount', 'percent', 'size', 'measure'];

/** Stretches of the reply that match a sentence staff ruled to say nothing of the point. */
export const ruledOutSpans = (reply: ComparedReply, pointIndex: number): { start: number; end: number }[] => {
  return (reply.wordingIndex.slotsByPoint[pointIndex]?.ruledOutExemplars ?? []).flatMap(
    (slot) => sentenceSpan(reply, slot) ?? [],
  );
};

/** The most weight the rest of a reply may have for such a sentence to settle it. */
const MAX_WEIGHT_BESIDE = 1.5;

/** Whether a sentence is nearly all of the reply: 一枚4块5 doesn't say the sum for two, but 一枚4块5，两枚退您9块 does. */
const isNearlyAll = (reply: ComparedReply, { start, end }: { start: number; end: number }): boolean => {
  const otherClauses = reply.clauses.filter((clause) => !clause.isMute && (clause.start < start || clause.end > end));
  return (
    otherClauses.reduce((sum, { weight }) => sum + weight, 0) <= MAX_WEIGHT_BESIDE &&
    otherClauses.every(({ values }) => values.length === 0)
  );
};

/** Where the reply has a whole sentence of the author; compared over as many clauses as it has, one fewer or one more. */
const sentenceSpan = (reply: ComparedReply, slot: number): { start: number; end: number } | null => {
  const wording = reply.wordingIndex.wordings[slot] as Wording;
  if (maxShared(reply, wording.spokenForm) < MIN_SHARE.spoken * Math.min(LONGEST_COMMON, wording.spokenForm.length))
    return null;
  for (const clauseCount of [wording.clauseCount, wording.clauseCount - 1, wording.clauseCount + 1])
    for (let first = 0; clauseCount > 0 && first + clauseCount <= reply.clauses.length; first++)
      if (isSameSentence(stretchOf(reply, first, clauseCount), wording))
        return { start: reply.clauses[first]?.start ?? 0, end: reply.clauses[first + clauseCount - 1]?.end ?? 0 };
  return null;
};

const SIEVES = new WeakMap<ComparedReply, CharSieve>();

/** At least as many characters of `text` as the reply has: a cheap test before the texts are compared. */
const maxShared = (reply: ComparedReply, text: string): number => {
  let sieve = SIEVES.get(reply);
  if (!sieve) {
    sieve = sieveFrom(reply.reading.text, ...reply.clauses.map(({ content }) => content));
    SIEVES.set(reply, sieve);
  }
  return maxSharedChars(sieve, text);
};

/** Neighbouring clauses put together, to be compared with whole sentences. */
type Stretch = {
  readonly isQuestion: boolean;
  readonly content: string;
  readonly spokenForm: string;
  readonly denialCount: number;
  readonly values: readonly StatedValue[];
};
const STRETCHES = new WeakMap<ComparedReply, Map<number, Stretch>>();
/** More clauses than a turn has. */
const MAX_CLAUSES = 4096;

const stretchOf = (reply: ComparedReply, first: number, clauseCount: number): Stretch => {
  const stretches = STRETCHES.get(reply) ?? new Map<number, Stretch>();
  STRETCHES.set(reply, stretches);
  const id = first * MAX_CLAUSES + clauseCount;
  const cached = stretches.get(id);
  if (cached) return cached;
  const clauses = reply.clauses.slice(first, first + clauseCount);
  const stretch = {
    isQuestion: clauses.some((clause) => clause.isQuestion),
    content: clauses.map((clause) => clause.content).join(''),
    spokenForm: spokenForm(reply.reading.text.slice(clauses[0]?.start, clauses.at(-1)?.end)),
    denialCount: clauses.reduce((sum, clause) => sum + clause.denialCount, 0),
    values: clauses.flatMap((clause) => clause.values),
  };
  stretches.set(id, stretch);
  return stretch;
};

const isSameSentence = (
  { isQuestion, content, spokenForm, denialCount, values }: Stretch,
  wording: Wording,
): boolean => {
  // 您断电了吗 is a question, so it isn't 先断电.
  if (
    isQuestion !== wording.isQuestion ||
    denialCount !== wording.denialCount ||
    values.length !== wording.values.length
  )
    return false;
  const longer = Math.max(wording.plain.length, content.length);
  if (Math.min(wording.plain.length, content.length) < MIN_SHARE.example * longer) return false;
  // 运费您自己出 has all of 运费我们出 but the party, so the texts are compared as spoken, too.
  const comparedLength = Math.min(LONGEST_COMMON, Math.max(spokenForm.length, wording.spokenForm.length));
  if (Math.min(spokenForm.length, wording.spokenForm.length) < MIN_SHARE.spoken * comparedLength) return false;
  if (commonSubsequenceLength(spokenForm, wording.spokenForm) < MIN_SHARE.spoken * comparedLength) return false;
  if (commonSubsequenceLength(wording.plain, content) < MIN_SHARE.example * Math.min(longer, LONGEST_COMMON))
    return false;
  return values.every((value) => wording.values.some((own) => isSameValue(own, value) && own.sign === value.sign));
};
