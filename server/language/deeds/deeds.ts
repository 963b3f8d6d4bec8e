/** Deeds a reply tells as done by the shop: 已经给您备注好了. A deed asked for, intended, denied or another's is left out. */

import type { Clause, Reading } from '#language/reading/clause.ts';
import { containsAny } from '#language/reading/either.ts';
import { folded } from '#language/reading/folded.ts';
import * as patterns from './deed-patterns.ts';

/** An operation and the words agents name it by; … in a word stands for a few characters: 报…班长. */
export type NamedDeed = { id: string; words: readonly string[] };
/**
 * The operations that words told as done may mean, the likeliest first: 退了 may be any of the refunds. `bare`: only a
 * verb (催了), which may also mean a thing no operation exists for.
 */
export type DeedClaim = { deeds: string[]; bare: boolean; start: number; end: number };

type Span = { from: number; to: number };
/** `rank`: the place of the word said among the operation's words, 0 the first. */
type FoundDeed = Span & { deeds: { id: string; rank: number }[]; isBare: boolean };

/** Characters behind a deed that are read for whom it is done: 退(给您). */
const NEAR_CHARS = 2;
/** At most this many characters fill a … gap. */
const MAX_GAP = 6;
/** Characters before a deed that are read for how long it takes. */
const LEAD_CHARS = 16;
/** 好的, 亲爱的: a clause of fewer characters says nothing by itself. */
const MIN_CHARS = 4;

/** The places of a word in `text`; its parts stand at most `MAX_GAP` characters apart. */
export const spansOf = (text: string, [first = '', ...rest]: readonly string[]): Span[] => {
  const spans: Span[] = [];
  for (let from = text.indexOf(first); from >= 0 && first !== ''; from = text.indexOf(first, from + 1)) {
    let to = from + first.length;
    for (const part of rest) {
      const at = text.slice(to, to + MAX_GAP + part.length).indexOf(part);
      to = at < 0 ? Number.POSITIVE_INFINITY : to + at + part.length;
    }
    if (to <= text.length) spans.push({ from, to });
  }
  return spans;
};

/** Whether the shop is who acts: 您点了, 班长说了 and 仓库发了 tell of others. `before`: what stands before the deed. */
const isDoneByShop = (before: string, text: string, { actor }: Clause): boolean => {
  if (containsAny(before, patterns.HEARSAY) || patterns.THEIR_PEOPLE.test(before)) return false;
  const otherActor = Math.max(before.search(patterns.OTHERS), before.search(patterns.CUSTOMER_AS_ACTOR));
  return otherActor < 0
    ? actor !== 'customer' || patterns.SHOP_AS_ACTOR.test(text)
    : patterns.SELF.test(before.slice(otherActor));
};

/** Whether the deed at a place of a clause is told as done by the shop. */
const isDone = (text: string, { from, to }: Span, clause: Clause): boolean => {
  const already = [...text.slice(0, to).matchAll(patterns.ALREADY)].at(-1);
  const textUpToDeed = text.slice(already?.index ?? 0, to).replace(patterns.HARMLESS_WORDS, '');
  const textBehind = text.slice(to);
  if (patterns.LOOKS_UP.test(text.slice(0, from)) && patterns.HOW_FAR.test(textBehind)) return false;
  if (patterns.LOOKS_INTO.test(text.slice(0, from)) && patterns.RECORD.test(text.slice(from))) return false;
  const tail = patterns.DONE_BEHIND.exec(textBehind)?.[0] ?? '';
  const textAfterTail = textBehind.slice(tail.length);
  if (patterns.TELLS_US.test(textAfterTail)) return false;
  if (patterns.DONE_BY_THEM.test(textBehind) || patterns.WORD_GOES_ON.test(text.slice(to - 1))) return false;
  if (containsAny(textUpToDeed, patterns.NOT_YET) || !isDoneByShop(text.slice(0, from), text, clause)) return false;
  if (patterns.IF_DONE.test(textBehind) || patterns.IF_DONE.test(textAfterTail) || patterns.NOT_DONE.test(textBehind))
    return false;
  if (already) return true;
  const deedText = text.slice(from, to) + tail;
  if (!patterns.DONE_PARTICLE.test(deedText) && patterns.TAKES.test(text.slice(Math.max(0, to - LEAD_CHARS), to)))
    return false;
  if (patterns.ADDS_NOTHING.test(textAfterTail) || patterns.ASKS_TO_CHECK.test(textAfterTail))
    return patterns.DONE.test(deedText);
  // 拦住了退回来我们重新寄: words before the deed or with it tell whose it is; words behind tell what follows.
  if (patterns.DONE_PARTICLE.test(deedText))
    return (
      !(patterns.SUCCEEDED.test(deedText) && patterns.THEN_FOR_THEM.test(textAfterTail)) &&
      patterns.SHOP_AS_ACTOR.test(text.slice(0, to + tail.length + NEAR_CHARS)) &&
      !patterns.SUPPOSES.test(textAfterTail)
    );
  return patterns.SELF.test(text.slice(0, from)) && patterns.DONE_FOR.test(textBehind);
};

/** Whether a clause tells only that something is done: 弄好了, 点了点了. 好了 counts only where nothing else is said. */
const isBareDone = (text: string, clause: Clause, words: readonly string[], isAlone: boolean): boolean => {
  if (containsAny(text.replace(patterns.HARMLESS_WORDS, ''), patterns.NOT_YET) || patterns.NOT_DONE.test(text))
    return false;
  const core = text.replace(patterns.FILLERS, '').replace(/[啦喽咯]/g, '了');
  const verb = (core.slice(0, core.length / 2).repeat(2) === core ? core.slice(0, core.length / 2) : core).slice(0, -1);
  if (!core.endsWith('了') || !isDoneByShop(text.slice(0, text.indexOf(core.charAt(0))), text, clause)) return false;
  if (verb === '') return isAlone && /^[^好]*好[了啦]/.test(text) && !text.includes('好了好');
  return patterns.ANY_DEED.includes(verb) || (verb.length === 1 && words.some((word) => word.includes(verb)));
};

/** Whether no clause before it in its message names the matter: in 满150减10的券，发您了 the coupon was sent. */
const opensMessage = ({ text, clauses }: Reading, index: number): boolean => {
  const previous = clauses[index - 1];
  const previousEnd = previous?.end ?? 0;
  return (
    previousEnd - (previous?.start ?? 0) < MIN_CHARS || text.slice(previousEnd, clauses[index]?.start).includes('\n')
  );
};

/** 您发我一下，我备注好: what the shop does once the customer has sent something isn't done yet. */
const waitsForCustomer = ({ text, clauses }: Reading, index: number): boolean => {
  const previous = clauses[index - 1];
  return previous !== undefined && patterns.ASKS_TO_SEND.test(text.slice(previous.start, previous.end));
};

/** Whether a clause tells of this case as a fact, hedged or not: not asked, conditional, another case's, taken back, quoted. */
export const statesFact = ({ text, clauses }: Reading, index: number): boolean => {
  const { start, isQuestion, isConditional, isOfOtherCase, isRetracted } = clauses[index] as Clause;
  const next = clauses[index + 1];
  const seeksLeave =
    next?.isQuestion && next.end - next.start < MAX_GAP && patterns.SEEKS_LEAVE.test(text.slice(next.start, next.end));
  const isQuoted = '"「『【'.includes(text.charAt(start - 1) || ' ');
  return ![isQuestion, isConditional, isOfOtherCase, isRetracted, seeksLeave, isQuoted].includes(true);
};

/** Deeds told as done. `owedIds`: the operations still owed here; where it is one, words without an object mean it. */
export const deedsIn = (
  reading: Reading,
  operations: readonly NamedDeed[],
  owedIds: readonly string[],
): DeedClaim[] => {
  const owed = operations.filter(({ id }) => owedIds.includes(id));
  const splitOperations = operations.map(({ id, words }) => ({
    id,
    words: words.map((word) => folded(word).split('…')),
  }));
  return reading.clauses.flatMap((clause, index): DeedClaim[] => {
    const text = reading.text.slice(clause.start, clause.end);
    if (operations.length === 0 || !patterns.MAY_BE_DONE.test(text) || clause.isHedged || !statesFact(reading, index))
      return [];
    if (waitsForCustomer(reading, index) && !patterns.DONE_PARTICLE.test(text)) return [];
    const found: FoundDeed[] = [];
    for (const { id, words } of splitOperations) {
      let firstSpan: Span | undefined;
      const rank = words.findIndex((word) => {
        firstSpan = spansOf(text, word).find((span) => isDone(text, span, clause));
        return firstSpan !== undefined;
      });
      if (!firstSpan) continue;
      const isBare = (words[rank] ?? []).join('').replace(/[了过]$/, '').length < 2;
      if (containsAny(text.slice(0, firstSpan.to), patterns.OF_THEIR_ACCOUNT)) continue;
      // Two words that overlap or touch (加急登记) tell one deed; 链接和券都发您了 tells two (RULES T307).
      const span: Span = firstSpan;
      const overlapping = found.find(
        ({ from, to }) =>
          from <= span.to &&
          span.from <= to &&
          !patterns.JOINED.test(text.slice(Math.min(from, span.from), Math.max(from, span.from))),
      );
      if (overlapping) overlapping.deeds.push({ id, rank });
      else found.push({ ...span, isBare, deeds: [{ id, rank }] });
    }
    const [deed, otherDeed] = owed;
    const mayBeBare = found.length === 0 && deed && !otherDeed && deed.words.length > 0 && opensMessage(reading, index);
    if (mayBeBare && isBareDone(text, clause, deed.words, reading.clauses.length === 1))
      return [{ deeds: [deed.id], bare: true, start: clause.start, end: clause.end }];
    // Each deed of a clause gets its own stretch of words: two findings on the same words would be marked as one.
    found.sort((a, b) => a.from - b.from);
    return found.map(({ deeds, isBare, from }, i) => ({
      deeds: deeds.sort((a, b) => a.rank - b.rank).map(({ id }) => id),
      bare: isBare,
      start: clause.start + (i === 0 ? 0 : from),
      end: clause.start + (found[i + 1]?.from ?? text.length),
    }));
  });
};
