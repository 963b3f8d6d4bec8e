/** Weighs the candidate windows of a point with the trees, and with the rules that overrule them. */

import type { ComparedReply } from '#language/points/features/compared-reply.ts';
import { chancesBy, compileForest } from '#language/points/features/forest.ts';
import trees from '#language/points/features/trees.json' with { type: 'json' };
import { sideSaidWhole, type WordingSide } from '#language/points/features/whole.ts';
import type { WindowFacts } from '#language/points/features/window-facts.ts';
import type { CompiledWordings } from '#language/points/wordings/compiled.ts';
import { oppositeClauses } from '#language/points/wordings/opposite.ts';
import { rivalClauses } from '#language/points/wordings/rival-names.ts';
import { holdsQuestion, isLeftOpen } from '#language/reading/embedded.ts';
import { isSameValue } from '#language/reading/same-value.ts';
import { RULE_CONFIDENCE, SIMILARITY_THRESHOLDS, VERDICT_THRESHOLDS } from '#language/terms/thresholds.ts';
import { ruledOutSpans } from './authored-sentences.ts';
import { eachCandidate } from './candidates.ts';
import type { FoundWindows } from './point-verdict.ts';

/** The fitted trees. */
export const FOREST = compileForest(trees);

const isBetter = (chance: number, { window }: WindowFacts, best: FoundWindows['covered']): boolean => {
  if (!best) return true;
  const extraClauses = window.to - window.from - (best.facts.window.to - best.facts.window.from);
  return chance > best.chance + RULE_CONFIDENCE.wider * extraClauses;
};

/** The likeliest right and wrong window of a point and the one nearest its topic, of all its candidates outside the `idle` words. */
export const likeliestWindows = (
  reply: ComparedReply,
  pointIndex: number,
  idle: readonly { start: number; end: number }[] = [],
): FoundWindows => {
  const compiled = reply.wordingIndex.points[pointIndex] as CompiledWordings;
  const found: FoundWindows = { covered: null, wrong: null, topicChance: 0, topicWindow: null };
  const ruledOut = [...ruledOutSpans(reply, pointIndex), ...idle];
  const oppositeIndexes = oppositeClauses(reply.reading, compiled);
  const rivals = rivalClauses(compiled.rivalNames, reply.reading);
  eachCandidate(reply, pointIndex, ({ features, facts }) => {
    const clauses = reply.clauses.slice(facts.window.from, facts.window.to + 1);
    if (clauses.every((clause) => ruledOut.some(({ start, end }) => clause.start >= start && clause.end <= end)))
      return;
    const chances = chancesBy(FOREST, features);
    const whole = sideSaidWhole(reply, pointIndex, facts.window);
    const isOpposite = oppositeIndexes.some((index) => index >= facts.window.from && index <= facts.window.to);
    const spoken = rivals?.slice(facts.window.from, facts.window.to + 1) ?? [];
    const isRival = spoken.includes(true) && !spoken.includes(false);
    const right = isOpposite || isRival ? 0 : rightChance(chances.covered, whole, facts, compiled);
    const likely = wrongChance(chances.wrong, whole, isOpposite, facts);
    const wrong = likely >= VERDICT_THRESHOLDS.wrong.checked && leavesOpen(reply, facts, compiled) ? 0 : likely;
    if (isBetter(right, facts, found.covered)) found.covered = { chance: right, facts };
    const isRuled = whole === 'wrong' || isOpposite || facts.bareValue === 'rival';
    if (isBetter(wrong, facts, found.wrong)) found.wrong = { chance: wrong, facts, isRuled };
    const topicChance = Math.min(1, chances.covered + chances.wrong);
    if (topicChance > found.topicChance) [found.topicChance, found.topicWindow] = [topicChance, facts];
  });
  return found;
};

/**
 * Whether the words only hold a question about a point that turns on a figure, put or left open (特快的钱谁出我一并问了), and give no other figure
 * and no payer: they assert nothing that could be wrong, unless a wrong wording holds a question too (RULES T85).
 */
const leavesOpen = (
  { clauses, reading, wordingIndex }: ComparedReply,
  { window, wrongMatch }: WindowFacts,
  { allowedValues, essentialValues }: CompiledWordings,
): boolean => {
  if (essentialValues.length === 0) return false;
  const said = clauses.slice(window.from, window.to + 1).filter(({ isMute, weight }) => !isMute && weight > 0);
  const texts = said.map(({ start, end }) => reading.text.slice(start, end));
  if (texts.length > 0 && texts.every(isLeftOpen)) return true;
  if (said.length === 0 || said.some(({ payer }) => payer !== null)) return false;
  const values = said.flatMap((clause) => clause.values);
  if (!values.every((value) => allowedValues.some((right) => isSameValue(right, value)))) return false;
  if (!texts.every(holdsQuestion)) return false;
  const wording = wrongMatch === null ? undefined : wordingIndex.wordings[wrongMatch.slot];
  return wording === undefined || !holdsQuestion(wording.folded);
};

export const rightChance = (
  chance: number,
  whole: WordingSide | null,
  facts: WindowFacts,
  compiled: CompiledWordings,
): number => {
  if (whole === 'right' || whole === 'both') return RULE_CONFIDENCE.verbatim;
  return whole === 'wrong' ? 0 : gatedChance(chance, facts, compiled);
};

/** The chance of wrong that remains. Words said whole come first, then the opposite sign, then the figures. */
const wrongChance = (chance: number, whole: WordingSide | null, isOpposite: boolean, facts: WindowFacts): number => {
  if (whole === 'wrong') return RULE_CONFIDENCE.verbatim;
  if (isOpposite) return RULE_CONFIDENCE.opposite;
  if (whole === 'right') return 0;
  const grounded = chance * (hasGround(facts) ? 1 : RULE_CONFIDENCE.groundless);
  return facts.bareValue === 'rival' ? Math.max(grounded, RULE_CONFIDENCE.bareRival) : grounded;
};

/** The chance of covered that remains: 0 with another value or payer, however alike; lower where the figure is missing. */
export const gatedChance = (chance: number, facts: WindowFacts, compiled: CompiledWordings): number => {
  if (facts.rivalValue !== null && compiled.essentialValues.length > 0) return 0;
  if (facts.hasOtherPayer) return 0;
  if (facts.lacksFigure) return chance * RULE_CONFIDENCE.lacking;
  if (facts.bareValue === 'right') return Math.max(chance, RULE_CONFIDENCE.bareValue);
  return facts.isFramed && !facts.isTurned ? Math.max(chance, RULE_CONFIDENCE.framed) : chance;
};

/**
 * A wrong verdict needs ground: another value or payer, or words of the point. 稍等一下 has none, and where the answer is a
 * figure, neither has 两件到手我给您算一下 (RULES T68).
 */
const hasGround = ({ rightMatch, wrongMatch, ...facts }: WindowFacts): boolean => {
  if (facts.rivalValue !== null || facts.hasWrongOnlyValue || facts.hasOtherPayer) return true;
  if (facts.lacksFigure && facts.lacksWrongFigure) return false;
  if ((rightMatch?.saidShare ?? 0) >= SIMILARITY_THRESHOLDS.ground) return true;
  return !facts.lacksWrongFigure && (wrongMatch?.saidShare ?? 0) >= SIMILARITY_THRESHOLDS.ground;
};
