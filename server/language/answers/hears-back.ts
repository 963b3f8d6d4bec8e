/**
 * By when the customer hears back: 今晚8点前回您, 逐峰4的信我18点前留言. Such a time is an undertaking of whoever answers, and no
 * time of the shop's goods, money or parcels. A small linear classifier over the words of one clause hears it
 * (`npm run train`); its labelled lines are `tests/language/lines/undertaking-train.jsonl`.
 */
import { FEATURE } from '#language/classifier/feature-families.ts';
import { Features } from '#language/classifier/features.ts';
import { chanceBy } from '#language/classifier/own-weights.ts';
import type { Clause, Reading } from '#language/reading/clause.ts';
import { CALL_BACK } from '#language/terms/thresholds.ts';
import WEIGHTS from './hears-back.json' with { type: 'json' };

/** Characters of a neighbouring clause that are read. */
const NEAR_CHARS = 8;
const SPACE_BEFORE = 1;
const SPACE_BEHIND = 2;
/** Any figure is like any other here. */
const FIGURES = /[0-9零一二两三四五六七八九十半]+/g;

/** Fills `features` with what tells whether the time in a clause is when the customer hears back. */
export const addCallBackFeatures = (features: Features, reading: Reading, index: number): void => {
  const { text, clauses } = reading;
  const { start, end, isQuestion, isConditional, actor } = clauses[index] as Clause;
  const previous = clauses[index - 1];
  const next = clauses[index + 1];
  features.clear();
  const plain = text.slice(start, end).replaceAll(FIGURES, '0');
  features.addPlainGrams(isQuestion ? `${plain}?` : plain);
  if (previous) features.addSeparateGrams(text.slice(previous.start, previous.end).slice(-NEAR_CHARS), SPACE_BEFORE);
  if (next) features.addSeparateGrams(text.slice(next.start, next.end).slice(0, NEAR_CHARS), SPACE_BEHIND);
  features.addNamed(FEATURE.backBy, isQuestion, isConditional, actor === null ? 0 : actor === 'shop' ? 1 : 2);
  features.addNamed(FEATURE.backBeside, previous?.isConditional === true, next?.isQuestion === true);
};

const chanceOf = chanceBy(WEIGHTS);
/** Scratch, emptied for every clause. */
const FEATURES = new Features();
/** A clause is asked about for each of its figures. */
const known = new WeakMap<Clause, number>();

/** The chance (0–1) that the time in a clause is when the customer hears back from the shop. */
const callBackChance = (reading: Reading, index: number): number => {
  const clause = reading.clauses[index];
  if (clause === undefined) return 0;
  const told = known.get(clause);
  if (told !== undefined) return told;
  addCallBackFeatures(FEATURES, reading, index);
  const chance = chanceOf(FEATURES);
  known.set(clause, chance);
  return chance;
};

/**
 * Whether the time in a clause is when the customer hears back: likely enough to spare it from what holds for goods
 * (`spared`), or so sure that the trainee is bound by it (`held`).
 */
export const isCallBack = (reading: Reading, index: number, use: keyof typeof CALL_BACK): boolean =>
  callBackChance(reading, index) >= CALL_BACK[use];
