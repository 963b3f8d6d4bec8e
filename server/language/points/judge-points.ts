/** The verdicts on the open points of a turn. Each window is judged by itself; nothing is summed over the reply. */

import { bareAnswer, refusesToTell } from '#language/points/features/bare-answers.ts';
import { chancesBy, grow } from '#language/points/features/forest.ts';
import { type HeardReply, hear } from '#language/points/features/heard.ts';
import trees from '#language/points/features/trees.json' with { type: 'json' };
import { type Verbatim, verbatimIn, type WordingSide, wholeIn } from '#language/points/features/whole.ts';
import type { SeenWindow } from '#language/points/features/window-features.ts';
import type { Compiled } from '#language/points/wordings/compiled.ts';
import { openWordings } from '#language/points/wordings/open-wordings.ts';
import { oppositeClauses } from '#language/points/wordings/opposite.ts';
import { againstPoint, coveredBy, notRecognised, otherValue } from '#language/points/wordings/verdict-words.ts';
import { readText } from '#language/reading/clauses.ts';
import { sameValue } from '#language/reading/same-value.ts';
import { RULE_CONFIDENCE, SIMILARITY_THRESHOLDS, VERDICT_THRESHOLDS } from '#language/terms/thresholds.ts';
import type { PointVerdict, PointWordings } from '#language/terms/verdicts.ts';
import type { AskedPoints, QuoteOf } from './asked-points.ts';
import { type AuthorVerdict, byAuthor, ruledOut } from './authored-rules.ts';
import { eachCandidate } from './candidates.ts';
import { type FoundWindows, notAddressed, pointVerdict, spanOf } from './point-verdict.ts';

/** The fitted trees. */
export const FOREST = grow(trees);

/** What would be read if the trainee had answered the other way. */
const OPPOSITE_ANSWER = { yes: readText('不是的'), no: readText('可以的') };

/** Gives each point its verdict, in the points' order. */
export function judgePoints({ points, reading, question, corrects, asked, quote }: AskedPoints): PointVerdict[] {
  const open = openWordings(points);
  const heard = hear(reading, question, open, asked);
  const bare = points.length > 0 && !refusesToTell(reading, question) ? bareAnswer(reading) : null;
  const opposite = bare === null ? null : hear(OPPOSITE_ANSWER[bare], question, open, asked);
  const isAsked = (id: string): boolean => asked?.has(id) ?? true;
  const verdicts = points.map((point, index) => {
    const keys = point.compiled as Compiled;
    const ruled = verbatimVerdict(heard, index, corrects) ?? byAuthor(heard, index, keys);
    if (ruled && ruled.state !== 'wrong') return ruledVerdict(point, keys, ruled, quote);
    const found = findIn(heard, index, keys);
    if (ruled) return rightBeside(heard, point, found, ruled) ?? ruledVerdict(point, keys, ruled, quote);
    if (opposite) settleBare(found, findIn(opposite, index, keys));
    return pointVerdict(point, keys, heard, found, { corrects, asked: isAsked(point.id), index, quote });
  });
  return verdicts.map((verdict, index) => {
    if (verdict.state !== 'wrong' || verdict.confidence >= RULE_CONFIDENCE.verbatim) return verdict;
    const isExcused = verdicts.some((told, other) => {
      if (told.state !== 'covered') return false;
      return isAsked(verdict.id)
        ? areTheirs(heard, verdict, index, other)
        : shareWords(told, verdict) && isAsked(told.id);
    });
    return isExcused ? notAddressed(verdict.id, 1 - verdict.confidence) : verdict;
  });
}

/** The author's wrong words, and elsewhere words that say the point as surely: a doubt for staff to rule on (RULES T33). */
function rightBeside(
  heard: HeardReply,
  { id, says }: PointWordings,
  { covered }: FoundWindows,
  ruled: AuthorVerdict,
): PointVerdict | null {
  if (!covered || covered.chance < VERDICT_THRESHOLDS.wrong.told) return null;
  const span = spanOf(heard, covered.seen);
  if (span.start < ruled.end && ruled.start < span.end) return null;
  return { id, state: 'not-recognised', confidence: covered.chance, ...span, rule: notRecognised(says) };
}

/** Whether all strange values of a wrong verdict are another point's: the 7 of 还有7件没印 isn't a wrong count of the 5 printed. */
function areTheirs({ open, clauses }: HeardReply, { start, end }: PointVerdict, index: number, other: number): boolean {
  const own = open.all[index]?.allowed ?? [];
  const others = open.all[other]?.allowed ?? [];
  const strange = clauses
    .filter((clause) => clause.start >= start && clause.end <= end)
    .flatMap(({ values }) => values)
    .filter((value) => !own.some((essential) => sameValue(essential, value)));
  return strange.length > 0 && strange.every((value) => others.some((essential) => sameValue(essential, value)));
}

/** Whether two verdicts share words: 收到鞋起7天内退款 answers what is asked, so it isn't held against 13号前申请. */
function shareWords(a: PointVerdict, b: PointVerdict): boolean {
  return a.start < b.end && b.start < a.end;
}

function ruledVerdict(point: PointWordings, keys: Compiled, ruled: AuthorVerdict, quote: QuoteOf): PointVerdict {
  if (ruled.state === 'neither') return notAddressed(point.id, ruled.confidence);
  const { state, confidence, start, end, rival } = ruled;
  if (state === 'covered') return { id: point.id, state, confidence, start, end, rule: ruled.rule };
  const rule =
    rival && keys.figure !== ''
      ? otherValue(quote(rival.start, rival.end), keys.figure)
      : againstPoint(quote(start, end), point.says);
  const { wrongId } = ruled;
  const figure = rival ? { figure: quote(rival.start, rival.end) } : {};
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
}

/** The verdict where the author's words occur word for word; right and wrong ones together are left to the trees. */
function verbatimVerdict(heard: HeardReply, index: number, corrects: boolean): AuthorVerdict | null {
  const slots = heard.open.slots[index];
  const own = verbatimIn(heard).filter(({ slot }) => heard.open.owners[slot] === index);
  const right = longestOf(heard, own, slots?.right ?? []);
  const wrong = longestOf(heard, own, slots?.wrong ?? []);
  if ((right === null) === (wrong === null)) return null;
  const { window, slot } = (right ?? wrong) as Verbatim;
  // 看错 in 是您看错了 takes nothing back, for nothing stands beside it. 不对 in 运费10元，不对，是15元 does.
  const isWholeReply = window.from === 0 && window.to === heard.clauses.length - 1;
  if (corrects && !isWholeReply) return null;
  const wording = heard.open.wordings[slot];
  const id = heard.open.all[index]?.wrong.find((wrong) => wrong.wording === wording)?.id;
  const span = { start: heard.clauses[window.from]?.start ?? 0, end: heard.clauses[window.to]?.end ?? 0 };
  const rule = right ? coveredBy(wording?.text ?? '') : '';
  return {
    state: right ? 'covered' : 'wrong',
    confidence: RULE_CONFIDENCE.verbatim,
    ...span,
    rule,
    ...(id === undefined ? {} : { wrongId: id }),
  };
}

function longestOf(heard: HeardReply, own: readonly Verbatim[], slots: readonly number[]): Verbatim | null {
  const length = ({ slot }: Verbatim): number => heard.open.wordings[slot]?.folded.length ?? 0;
  return own
    .filter(({ slot }) => slots.includes(slot))
    .reduce<Verbatim | null>((best, match) => (best && length(best) >= length(match) ? best : match), null);
}

function isBetter(chance: number, { window }: SeenWindow, than: FoundWindows['covered']): boolean {
  if (!than) return true;
  const wider = window.to - window.from - (than.seen.window.to - than.seen.window.from);
  return chance > than.chance + RULE_CONFIDENCE.wider * wider;
}

function findIn(heard: HeardReply, index: number, keys: Compiled): FoundWindows {
  const found: FoundWindows = { covered: null, wrong: null, topic: 0, topical: null };
  const barred = ruledOut(heard, index);
  const opposite = oppositeClauses(heard.reading, keys);
  eachCandidate(heard, index, ({ row, seen }) => {
    const span = spanOf(heard, seen);
    if (barred.some(({ start, end }) => span.start >= start && span.end <= end)) return;
    const chances = chancesBy(FOREST, row);
    const whole = wholeIn(heard, index, seen.window);
    const isOpposite = opposite.some((index) => index >= seen.window.from && index <= seen.window.to);
    const right = isOpposite ? 0 : rightChance(chances.covered, whole, seen, keys);
    const against = wrongChance(chances.wrong, whole, isOpposite, seen);
    if (isBetter(right, seen, found.covered)) found.covered = { chance: right, seen };
    const isRuled = whole === 'wrong' || isOpposite || seen.bareValue === 'rival';
    if (isBetter(against, seen, found.wrong)) found.wrong = { chance: against, seen, ruled: isRuled };
    const near = Math.min(1, chances.covered + chances.wrong);
    if (near > found.topic) [found.topic, found.topical] = [near, seen];
  });
  return found;
}

function rightChance(chance: number, whole: WordingSide | null, seen: SeenWindow, keys: Compiled): number {
  if (whole === 'right' || whole === 'both') return RULE_CONFIDENCE.verbatim;
  return whole === 'wrong' ? 0 : gatedChance(chance, seen, keys);
}

/** The chance of wrong that remains. Words said whole come first, then the opposite sign, then the figures. */
function wrongChance(chance: number, whole: WordingSide | null, isOpposite: boolean, seen: SeenWindow): number {
  if (whole === 'wrong') return RULE_CONFIDENCE.verbatim;
  if (isOpposite) return RULE_CONFIDENCE.opposite;
  if (whole === 'right') return 0;
  const grounded = chance * (isGround(seen) ? 1 : RULE_CONFIDENCE.groundless);
  return seen.bareValue === 'rival' ? Math.max(grounded, RULE_CONFIDENCE.bareRival) : grounded;
}

/** The chance of covered that remains: 0 with another value or payer, however alike; lower where the figure is missing. */
export function gatedChance(chance: number, seen: SeenWindow, keys: Compiled): number {
  if (seen.rival !== null && keys.essential.length > 0) return 0;
  if (seen.payerAgainst) return 0;
  if (seen.lacking) return chance * RULE_CONFIDENCE.lacking;
  if (seen.bareValue === 'right') return Math.max(chance, RULE_CONFIDENCE.bareValue);
  return seen.framed && !seen.turned ? Math.max(chance, RULE_CONFIDENCE.framed) : chance;
}

/** A wrong verdict needs ground: another value or payer, or words of the point. 稍等一下 has none. */
function isGround({ right, wrong, wrongLacks, rival, misled, payerAgainst }: SeenWindow): boolean {
  if (rival !== null || misled || payerAgainst) return true;
  return (
    (!wrongLacks && (wrong?.said ?? 0) >= SIMILARITY_THRESHOLDS.ground) ||
    (right?.said ?? 0) >= SIMILARITY_THRESHOLDS.ground
  );
}

function settleBare(found: FoundWindows, other: FoundWindows): void {
  const own = found.covered?.chance ?? 0;
  const opposite = other.covered?.chance ?? 0;
  const [said, unsaid] = [Math.max(own, other.wrong?.chance ?? 0), Math.max(opposite, found.wrong?.chance ?? 0)];
  if (found.covered)
    found.covered.chance =
      said >= RULE_CONFIDENCE.bareLeast && said - unsaid >= RULE_CONFIDENCE.bareApart ? RULE_CONFIDENCE.bareAnswer : 0;
  const seen = found.wrong?.seen ?? found.covered?.seen;
  if (!seen) return;
  // 收件的是不是公司: yes and no are each a wrong answer with an id of its own, so either is told.
  const isSure =
    found.wrong && other.wrong && Math.min(found.wrong.chance, other.wrong.chance) >= VERDICT_THRESHOLDS.wrong.checked;
  if (isSure && found.wrong && found.wrong.seen.wrong?.slot !== other.wrong?.seen.wrong?.slot) {
    found.wrong.chance = RULE_CONFIDENCE.bareAnswer;
    found.wrong.ruled = true;
    return;
  }
  found.wrong = {
    chance:
      unsaid >= RULE_CONFIDENCE.bareLeast && unsaid - said >= RULE_CONFIDENCE.bareApart
        ? RULE_CONFIDENCE.bareAnswer
        : 0,
    seen,
    ruled: true,
  };
}
