/**
 * What nobody on the desk can know, said as if they did: 怀孕用没事的, 用几年都不会坏, 准是哪家拿错了. A shop whose card asks its agents
 * not to guess (`noGuess`) holds it against them (RULES T122). A small linear classifier over the words of one bubble or clause
 * hears it (`npm run train`); its labelled lines are `tests/language/lines/guess-train.jsonl`.
 */
import { Features } from '#language/classifier/features.ts';
import { chanceBy } from '#language/classifier/own-weights.ts';
import { partsOf } from '#language/classifier/parts.ts';
import type { Reading } from '#language/reading/clause.ts';
import { GUESSED, RULE_CONFIDENCE } from '#language/terms/thresholds.ts';
import type { Contradicted, JudgedPolicyCard } from './card-wordings.ts';
import WEIGHTS from './guesses.json' with { type: 'json' };

const chanceOf = chanceBy(WEIGHTS);
/** Scratch, emptied for every part. */
const FEATURES = new Features();

/** Fills `features` with what tells a guess in the text of one bubble or clause. */
export const addGuessFeatures = (features: Features, text: string): void => {
  features.clear();
  features.addGrams(text);
};

/** The chance (0–1) that a bubble or clause settles what its writer can't know. */
const guessChance = (text: string): number => {
  addGuessFeatures(FEATURES, text);
  return chanceOf(FEATURES);
};

/** The first of the cards that asks for no guesses; null without one. */
export const noGuessCardOf = (cards: readonly JudgedPolicyCard[]): string | null =>
  cards.find(({ noGuess }) => noGuess === true)?.id ?? null;

/** The part of a reply that is likeliest a guess, held against `card`; nothing where none is likely enough, or without such a card. */
export const guessesIn = (reading: Reading, card: string | null): Contradicted[] => {
  if (card === null) return [];
  let worst = { chance: 0, start: 0, end: 0 };
  for (const { text, start, end } of partsOf(reading)) {
    if (text.length < GUESSED.chars) continue;
    const chance = guessChance(text);
    if (chance > worst.chance) worst = { chance, start, end };
  }
  if (worst.chance < GUESSED.chance) return [];
  const chance = worst.chance < GUESSED.told ? RULE_CONFIDENCE.softened : RULE_CONFIDENCE.plain;
  return [{ card, chance, start: worst.start, end: worst.end, open: true, guess: true }];
};
