/** Figures a reply tells otherwise than a card or a product's page: 价保30天. Wrong whether the customer asked or not. */

import { isSaid } from '#language/deeds/deeds.ts';
import type { Clause, Reading } from '#language/reading/clause.ts';
import { holds } from '#language/reading/either.ts';
import { rivals } from '#language/reading/same-value.ts';
import type { Value } from '#language/reading/value.ts';
import { valuesIn } from '#language/reading/values.ts';
import { RULE_CONFIDENCE, SIMILARITY_THRESHOLDS } from '#language/terms/thresholds.ts';
import * as patterns from './card-patterns.ts';
import {
  beforeFigure,
  type CardWording,
  type Contradicted,
  isRightOf,
  type RightText,
  sameFigure,
} from './card-wordings.ts';
import { overpromisesIn, type UnguaranteedTopic } from './overpromises.ts';

/** `goods`: products this case is about; `right`: what is right in it, whatever a card says. */
export type CardInput = {
  keys: readonly CardWording[];
  goods: readonly string[];
  right: readonly RightText[];
  open: readonly UnguaranteedTopic[];
};

/** At most this many characters may stand between a wording's words and its figure. */
const MAX_GAP = 6;

/** Whether the words a wording wants before or behind its figure stand there, looked for from the figure outwards. */
function wordsStand(side: CardWording['before'], text: string, isBehind: boolean): boolean {
  let rest = text;
  const words = isBehind ? side.words : side.words.toReversed();
  for (const [index, word] of words.entries()) {
    const at = isBehind ? rest.indexOf(word) : rest.lastIndexOf(word);
    if (at < 0) return false;
    const between = isBehind ? rest.slice(0, at) : rest.slice(at + word.length);
    const isNear = side.loose || index > 0 ? between.length <= MAX_GAP : patterns.BETWEEN.test(between);
    // With another figure between, the word speaks of that one.
    if (!isNear || /\d/.test(between)) return false;
    rest = isBehind ? rest.slice(at + word.length) : rest.slice(0, at);
  }
  return true;
}

/** Whether a figure in a clause is the card's own: not counted down, supposed, denied or another shop's. */
export function isOwnFigure(text: string, before: string, after: string): boolean {
  if (holds(text, patterns.OTHERS_FIGURE) || holds(text, patterns.SUPPOSED)) return false;
  if (holds(before, patterns.DENIED)) return false;
  return !patterns.COUNTED.test(before) && !patterns.COUNTED_BEHIND.test(after);
}

/** Whether two figures are apart by more than talk rounds. */
function differs(said: Value, right: Value, isAbout: boolean): boolean {
  if (!rivals(said, right)) return false;
  if (said.kind !== 'measure') return true;
  const share = Math.abs(said.is - right.is) / Math.max(Math.abs(right.is), 1e-6);
  return share > (isAbout ? SIMILARITY_THRESHOLDS.roundedAbout : SIMILARITY_THRESHOLDS.rounded);
}

/** Clauses that tell a card's figure otherwise. A figure of `customer` said again is less sure: it may only be repeated. */
export function contradictionsIn(
  reading: Reading,
  { keys, goods, right, open }: CardInput,
  customer: string,
): Contradicted[] {
  const named = valuesIn(customer);
  const found: Contradicted[] = [];
  for (const stated of reading.values) {
    const clause = reading.clauses[stated.clause] as Clause;
    if (stated.kind === 'date' || stated.sign < 0 || found.some(({ start }) => start === clause.start)) continue;
    const value = postFree(reading.text, stated);
    const wording = wordingAgainst(reading.text, clause, value, keys, goods);
    if (!wording || !isSaid(reading, stated.clause) || isRightOf(wording, value, right)) continue;
    const isRepeated = named.some((known) => sameFigure(known, value));
    const chance = isRepeated || clause.hedged ? RULE_CONFIDENCE.softened : RULE_CONFIDENCE.plain;
    found.push({ card: wording.card, chance, start: clause.start, end: clause.end });
  }
  const vows = overpromisesIn(reading, open, customer).filter(
    ({ start }) => !found.some((told) => told.start === start),
  );
  return [...found, ...vows];
}

/** 满59包邮: 59 is a sum, not 59 包 of something. */
export function postFree<T extends Value>(text: string, value: T): T {
  if (value.unit !== '包' || text.charAt(value.end) !== '邮') return value;
  return { ...value, kind: 'amount', unit: '', end: value.end - 1 };
}

/** The wording whose figure is told otherwise; null without one, or where a card with the same words has this figure. */
function wordingAgainst(
  text: string,
  clause: Clause,
  value: Value,
  keys: readonly CardWording[],
  goods: readonly string[],
): CardWording | null {
  const before = beforeFigure(text.slice(clause.start, value.start));
  const after = text.slice(value.end, clause.end);
  if (!isOwnFigure(text.slice(clause.start, clause.end), before, after)) return null;
  const isAbout = patterns.ABOUT.test(before) || patterns.ABOUT_BEHIND.test(after);
  const exactBefore = before.replace(patterns.ABOUT, '');
  let against: CardWording | null = null;
  for (const wording of keys) {
    if (wording.goods && !goods.includes(wording.card)) continue;
    if (!wordsStand(wording.before, exactBefore, false) || !wordsStand(wording.after, after, true)) continue;
    const rightOnes = wording.right.filter(
      ({ unit, kind }) =>
        unit === value.unit && (kind === value.kind || (kind === 'amount' && value.kind === 'number')),
    );
    if (rightOnes.length === 0) continue;
    if (!rightOnes.every((right) => differs({ ...value, kind: right.kind }, right, isAbout))) return null;
    // 12点前付今天发 agrees with 16点前: it is the earlier of the two.
    if (value.kind === 'clock' && patterns.BEFORE.test(after) && rightOnes.every((right) => value.is < right.is))
      return null;
    // 24小时内发货 agrees with 48小时内发货 too; 5天内能退 contradicts seven days, for those are the customer's.
    if (!wording.firm && isKeptEarly(text.slice(clause.start, clause.end), value, after, rightOnes)) return null;
    against ??= wording;
  }
  return against;
}

/** Whether the shop promises itself a shorter time than the card's: the card is then kept as well. */
function isKeptEarly(text: string, value: Value, after: string, right: readonly Value[]): boolean {
  if (value.kind !== 'duration' || !patterns.WITHIN.test(after) || !holds(text, patterns.SHOP_DOES)) return false;
  return right.every((own) => value.is < own.is);
}
