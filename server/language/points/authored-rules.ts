/** An author's rules beyond wordings: `yes` and `no` near `about`, a typed value, side or yes-no, other cases, sentences. */

import type { HeardReply } from '#language/points/features/heard.ts';
import { bestOf, matchOf, weigh } from '#language/points/features/windows.ts';
import { commonSubsequenceLength, LONGEST_COMMON } from '#language/points/wordings/common-subsequence.ts';
import type { Compiled } from '#language/points/wordings/compiled.ts';
import type { PointSlots } from '#language/points/wordings/open-wordings.ts';
import { oppositeClauses } from '#language/points/wordings/opposite.ts';
import { likeExample, wordCovers } from '#language/points/wordings/verdict-words.ts';
import { spokenOf, type Wording } from '#language/points/wordings/wording.ts';
import { type CharSieve, sharedWith, sieveFrom } from '#language/reading/char-sieve.ts';
import type { Stated } from '#language/reading/clause.ts';
import { rivals, sameValue } from '#language/reading/same-value.ts';
import { RULE_CONFIDENCE, SIMILARITY_THRESHOLDS } from '#language/terms/thresholds.ts';

const { ruled: RULED } = RULE_CONFIDENCE;
const LEAST = SIMILARITY_THRESHOLDS;

export type AuthorVerdict = {
  state: 'covered' | 'wrong' | 'neither';
  confidence: number;
  start: number;
  end: number;
  rule: string;
  /** The value said in place of the right one. */
  rival?: { start: number; end: number };
  wrongId?: string;
};

/** The verdict by the author's own rules; null when none applies. Naming another case of theirs cancels a wrong verdict. */
export function byAuthor(heard: HeardReply, index: number, keys: Compiled): AuthorVerdict | null {
  const slots = heard.open.slots[index];
  if (!slots) return null;
  const ruled =
    bySentence(heard, keys, slots) ?? byValue(heard, keys, slots) ?? byWords(heard, slots) ?? byBare(heard, keys);
  return ruled?.state === 'wrong' && isSpared(heard, index) ? null : ruled;
}

/** Whether the reply names another case (另一种情况) that the author wrote. */
export function isSpared(heard: HeardReply, index: number): boolean {
  return (heard.open.slots[index]?.unless ?? []).some(
    (slot) => isLiteral(heard, slot) && (bestOf(heard, slot)?.match.said ?? 0) >= LEAST.spared,
  );
}

/** Wordings with fewer characters than this (没付, 拔) must occur exactly as written. */
const MIN_CHARS = 3;

function isLiteral({ open, reading }: HeardReply, slot: number): boolean {
  const { plain, spoken } = open.wordings[slot] as Wording;
  return plain.length >= MIN_CHARS || spokenOf(reading.text).includes(spoken);
}

function bySentence(heard: HeardReply, keys: Compiled, slots: PointSlots): AuthorVerdict | null {
  if (keys.exemplars.yes.length === 0 && keys.exemplars.no.length === 0) return null;
  const opposite = oppositeClauses(heard.reading, keys).map((index) => heard.clauses[index]?.start ?? -1);
  for (const slot of slots.yesExemplars) {
    const span = sentenceAt(heard, slot);
    if (span && opposite.some((start) => start >= span.start && start < span.end)) continue;
    const text = heard.open.wordings[slot]?.text ?? '';
    if (span) return { state: 'covered', confidence: RULED, ...span, rule: likeExample(text) };
  }
  for (const slot of slots.noExemplars) {
    const span = sentenceAt(heard, slot);
    if (span && isNearlyAll(heard, span)) return { state: 'neither', confidence: RULED, ...span, rule: '' };
  }
  return null;
}

/** Stretches of the reply that match a sentence staff ruled to say nothing of the point. */
export function ruledOut(heard: HeardReply, index: number): { start: number; end: number }[] {
  return (heard.open.slots[index]?.noExemplars ?? []).flatMap((slot) => sentenceAt(heard, slot) ?? []);
}

/** The most weight the rest of a reply may have for such a sentence to settle it. */
const BESIDE = 1.5;

/** Whether a sentence is nearly all of the reply: 一枚4块5 doesn't say the sum for two, but 一枚4块5，两枚退您9块 does. */
function isNearlyAll(heard: HeardReply, { start, end }: { start: number; end: number }): boolean {
  const beside = heard.clauses.filter((clause) => !clause.mute && (clause.start < start || clause.end > end));
  return (
    beside.reduce((sum, { weight }) => sum + weight, 0) <= BESIDE && beside.every(({ values }) => values.length === 0)
  );
}

/** Where the reply has a whole sentence of the author; compared over as many clauses as it has, one fewer or one more. */
function sentenceAt(heard: HeardReply, slot: number): { start: number; end: number } | null {
  const wording = heard.open.wordings[slot] as Wording;
  if (mayShare(heard, wording.spoken) < LEAST.spoken * Math.min(LONGEST_COMMON, wording.spoken.length)) return null;
  for (const many of [wording.clauses, wording.clauses - 1, wording.clauses + 1])
    for (let from = 0; many > 0 && from + many <= heard.clauses.length; from++)
      if (isSame(stretchOf(heard, from, many), wording))
        return { start: heard.clauses[from]?.start ?? 0, end: heard.clauses[from + many - 1]?.end ?? 0 };
  return null;
}

const SIEVES = new WeakMap<HeardReply, CharSieve>();

/** At least as many characters of `text` as the reply has: a cheap test before the texts are compared. */
function mayShare(heard: HeardReply, text: string): number {
  let sieve = SIEVES.get(heard);
  if (!sieve) {
    sieve = sieveFrom(heard.reading.text, ...heard.clauses.map(({ content }) => content));
    SIEVES.set(heard, sieve);
  }
  return sharedWith(sieve, text);
}

/** Neighbouring clauses put together, to be compared with whole sentences. */
type Stretch = {
  readonly asks: boolean;
  readonly content: string;
  readonly spoken: string;
  readonly denials: number;
  readonly values: readonly Stated[];
};
const STRETCHES = new WeakMap<HeardReply, Map<number, Stretch>>();
/** More clauses than a turn has. */
const MAX_CLAUSES = 4096;

function stretchOf(heard: HeardReply, from: number, many: number): Stretch {
  const known = STRETCHES.get(heard) ?? new Map<number, Stretch>();
  STRETCHES.set(heard, known);
  const key = from * MAX_CLAUSES + many;
  const there = known.get(key);
  if (there) return there;
  const within = heard.clauses.slice(from, from + many);
  const made = {
    asks: within.some((clause) => clause.asks),
    content: within.map((clause) => clause.content).join(''),
    spoken: spokenOf(heard.reading.text.slice(within[0]?.start, within.at(-1)?.end)),
    denials: within.reduce((sum, clause) => sum + clause.denials, 0),
    values: within.flatMap((clause) => clause.values),
  };
  known.set(key, made);
  return made;
}

function isSame({ asks, content, spoken, denials, values }: Stretch, wording: Wording): boolean {
  // 您断电了吗 is a question, so it isn't 先断电.
  if (asks !== wording.asks || denials !== wording.denials || values.length !== wording.values.length) return false;
  const longer = Math.max(wording.plain.length, content.length);
  if (Math.min(wording.plain.length, content.length) < LEAST.example * longer) return false;
  // 运费您自己出 has all of 运费我们出 but the party, so the texts are compared as spoken, too.
  const shared = Math.min(LONGEST_COMMON, Math.max(spoken.length, wording.spoken.length));
  if (Math.min(spoken.length, wording.spoken.length) < LEAST.spoken * shared) return false;
  if (commonSubsequenceLength(spoken, wording.spoken) < LEAST.spoken * shared) return false;
  if (commonSubsequenceLength(wording.plain, content) < LEAST.example * Math.min(longer, LONGEST_COMMON)) return false;
  return values.every((value) => wording.values.some((own) => sameValue(own, value) && own.sign === value.sign));
}

function byValue(heard: HeardReply, keys: Compiled, slots: PointSlots): AuthorVerdict | null {
  const right = keys.typed;
  if (!right && keys.side === null) return null;
  let wrong: AuthorVerdict | null = null;
  for (const [at, clause] of heard.clauses.entries()) {
    if (clause.mute || clause.conditional || !isAbout(heard, slots, at, true)) continue;
    const span = { start: clause.start, end: clause.end };
    const quote = (from: number, to: number): string => heard.reading.text.slice(from, to);
    if (keys.side !== null && clause.payer !== null) {
      const rule = wordCovers(quote(span.start, span.end));
      if (clause.payer === keys.side) return { state: 'covered', confidence: RULED, ...span, rule };
      wrong ??= { state: 'wrong', confidence: RULED, ...span, rule: '' };
    }
    for (const value of right ? clause.values : []) {
      const isDenied = value.explicit && value.sign < 0;
      const typed = value.kind === 'number' ? { ...value, kind: (right as NonNullable<typeof right>).kind } : value;
      if (right && sameValue(right, value) && !isDenied)
        return {
          state: 'covered',
          confidence: RULED,
          ...span,
          rule: wordCovers(quote(value.start, value.end)),
        };
      if (
        right &&
        !isDenied &&
        rivals(right, typed) &&
        !heard.open.all.some((other) => other.allowed.some((own) => sameValue(own, value)))
      )
        wrong ??= { state: 'wrong', confidence: RULED, ...span, rule: '', rival: value };
    }
  }
  return wrong;
}

function byWords(heard: HeardReply, slots: PointSlots): AuthorVerdict | null {
  const found = (list: readonly number[]) => {
    let best: { said: number; start: number; end: number; text: string } | null = null;
    for (const slot of list) {
      const top = heard.touched[slot] === 1 && isLiteral(heard, slot) ? bestOf(heard, slot) : null;
      if (!top || top.match.said < LEAST.word || top.match.turned !== 0 || !isAbout(heard, slots, top.from, false))
        continue;
      const wording = heard.open.wordings[slot] as Wording;
      const denials = heard.clauses.slice(top.from, top.to + 1).reduce((sum, clause) => sum + clause.denials, 0);
      if (denials < wording.denials || !saysValues(heard, wording, top.from, top.to)) continue;
      if (best && best.said >= wording.folded.length) continue;
      const span = { start: heard.clauses[top.from]?.start ?? 0, end: heard.clauses[top.to]?.end ?? 0 };
      best = { said: wording.folded.length, ...span, text: wording.text };
    }
    return best;
  };
  const yes = found(slots.yes);
  const no = found(slots.no);
  if (no && (!yes || no.said > yes.said))
    return { state: 'wrong', confidence: RULED, start: no.start, end: no.end, rule: '' };
  return yes && { state: 'covered', confidence: RULED, start: yes.start, end: yes.end, rule: wordCovers(yes.text) };
}

function saysValues(heard: HeardReply, wording: Wording, from: number, to: number): boolean {
  const values = heard.clauses.slice(from, to + 1).flatMap((clause) => clause.values);
  return wording.values.every((stated) => values.some((value) => sameValue(stated, value)));
}

/** A bare yes or no against the one the author typed: 不行哦 is wrong where they typed yes. */
function byBare(heard: HeardReply, keys: Compiled): AuthorVerdict | null {
  const clause = heard.clauses.find(({ bare }) => bare !== 0);
  if (keys.answer === null || !clause || !heard.alone) return null;
  const { start, end } = clause;
  const rule = wordCovers(heard.reading.text.slice(start, end));
  const isYes = clause.bare > 0;
  return {
    state: isYes === (keys.answer === 'yes') ? 'covered' : 'wrong',
    confidence: RULED,
    start,
    end,
    rule,
  };
}

/** Whether a clause, its neighbours or the question speak of what the point is about. */
function isAbout(heard: HeardReply, slots: PointSlots, index: number, orWording: boolean): boolean {
  const about = slots.about.length > 0 ? slots.about : orWording ? slots.right : [];
  if (about.length === 0) return true;
  return about.some((slot) => {
    const wording = heard.open.wordings[slot] as Wording;
    const given = heard.given[slot * 3] as number;
    if (wording.chars.total > 0 && weigh(wording.chars, given) >= LEAST.about * wording.chars.total) return true;
    const from = Math.max(0, index - 1);
    const to = Math.min(heard.clauses.length - 1, index + 1);
    const said = heard.reading.text.slice(heard.clauses[from]?.start, heard.clauses[to]?.end);
    if (slots.about.length > 0 && wording.spoken !== '' && said.includes(wording.spoken)) return true;
    const match = matchOf(heard, slot, from, to);
    return match.said >= (slots.about.length > 0 ? LEAST.about : LEAST.about / 2);
  });
}
