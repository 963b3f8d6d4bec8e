/** All that a varying case can be: each draw taken with each other, what is reckoned from them, less what may never be. */
import type { AuthoredVariation } from '#library/schema/variation.ts';
import { holds } from './conditions.ts';
import { drawnValues } from './draws.ts';
import { evaluate, isEvaluationFault } from './evaluate.ts';
import type { VariationFault } from './faults.ts';
import type { ShopFacts } from './shop-facts.ts';
import { keyOf, type Value, type Values, valueAt } from './value.ts';

/** `key`: the draws as text, `鞋=s02 第几天=6`; `answer`: what the right answer hangs on, in the author's order. */
export type Combination = { key: string; draws: Values; values: Values; answer: readonly string[] };

/** More would take seconds to lay out. */
export const MAX_COMBINATIONS = 4000;

export type Combinations = {
  legal: readonly Combination[];
  /** By `never`, how many combinations it alone or with others forbids. */
  forbidden: readonly number[];
  /** Paths below `vary`. */
  faults: readonly VariationFault[];
};

/** Every legal combination in this shop. With a fault there are none. */
export const combinationsOf = (vary: AuthoredVariation, shop: ShopFacts): Combinations => {
  const faults: VariationFault[] = [];
  const drawnByName: [string, Value[]][] = [];
  for (const [name, authored] of Object.entries(vary.draw)) {
    const values = drawnValues(authored, shop);
    if (Array.isArray(values)) drawnByName.push([name, values]);
    else faults.push({ ...values, path: ['draw', name] });
  }
  const count = drawnByName.reduce((product, [, values]) => product * values.length, 1);
  if (count > MAX_COMBINATIONS) faults.push({ fault: 'too-many-variants', name: String(count), path: ['draw'] });
  const forbidden = (vary.never ?? []).map(() => 0);
  if (faults.length > 0) return { legal: [], forbidden, faults };
  const legal: Combination[] = [];
  for (let index = 0; index < count; index += 1) {
    const draws = drawsAt(index, drawnByName);
    const made = combination(draws, vary, shop, forbidden);
    if (made === null) continue;
    if ('fault' in made) return { legal: [], forbidden, faults: [made] };
    legal.push(made);
  }
  return { legal, forbidden, faults };
};

const drawsAt = (index: number, drawnByName: readonly [string, Value[]][]): Values => {
  const draws: Record<string, Value> = {};
  let remainder = index;
  for (const [name, values] of drawnByName) {
    const value = values[remainder % values.length];
    if (value !== undefined) draws[name] = value;
    remainder = Math.floor(remainder / values.length);
  }
  return draws;
};

/** With these draws; null: a combination that may never be. `forbidden`: counts by `never`, added to. */
export const combination = (
  draws: Values,
  vary: AuthoredVariation,
  shop: ShopFacts,
  forbidden: number[],
): Combination | VariationFault | null => {
  const values: Record<string, Value> = { ...draws };
  for (const [name, authored] of Object.entries(vary.reckon ?? {})) {
    const value = evaluate(authored, values, shop);
    if (isEvaluationFault(value)) return { ...value, path: ['reckon', name] };
    values[name] = value;
  }
  let isForbidden = false;
  for (const [index, condition] of (vary.never ?? []).entries()) {
    const isForbiddenHere = holds(condition, values);
    if (typeof isForbiddenHere !== 'boolean') return { ...isForbiddenHere, path: ['never', index] };
    if (!isForbiddenHere) continue;
    forbidden[index] = (forbidden[index] ?? 0) + 1;
    isForbidden = true;
  }
  if (isForbidden) return null;
  const answers: string[] = [];
  for (const [index, name] of vary.answer.entries()) {
    const value = valueAt(values, name);
    if (value === undefined) return { fault: 'unknown-slot', name, path: ['answer', index] };
    answers.push(keyOf(value));
  }
  return { key: keyOfDraws(draws), draws, values, answer: answers };
};

const keyOfDraws = (draws: Values): string =>
  Object.entries(draws)
    .map(([name, value]) => `${name}=${keyOf(value)}`)
    .join(' ');

/**
 * A small set in which every pair of draws occurs that occurs at all, each next combination the one that adds most; at
 * least `minCount` of them where there are so many.
 */
export const covering = (legal: readonly Combination[], minCount: number): Combination[] => {
  const pairs = legal.map(({ draws }) => pairsOf(draws));
  const missingPairs = new Set(pairs.flat());
  const leftIndexes = new Set(legal.keys());
  const takenIndexes: number[] = [];
  while (missingPairs.size > 0) {
    let bestIndex = -1;
    let mostAdded = -1;
    for (const index of leftIndexes) {
      const added = (pairs[index] ?? []).reduce((count, pair) => count + Number(missingPairs.has(pair)), 0);
      if (added > mostAdded) [bestIndex, mostAdded] = [index, added];
    }
    for (const pair of pairs[bestIndex] ?? []) missingPairs.delete(pair);
    leftIndexes.delete(bestIndex);
    takenIndexes.push(bestIndex);
  }
  // Spread over the whole list, so that the added ones aren't neighbours.
  const restIndexes = [...leftIndexes];
  const moreCount = Math.min(Math.max(minCount - takenIndexes.length, 0), restIndexes.length);
  for (let step = 0; step < moreCount; step += 1) {
    const index = restIndexes[Math.floor((step * restIndexes.length) / moreCount)];
    if (index !== undefined) takenIndexes.push(index);
  }
  return takenIndexes.flatMap((index) => legal[index] ?? []);
};

const pairsOf = (draws: Values): string[] => {
  const drawTexts = Object.entries(draws).map(([name, value]) => `${name}=${keyOf(value)}`);
  if (drawTexts.length === 1) return drawTexts;
  return drawTexts.flatMap((first, index) => drawTexts.slice(index + 1).map((second) => `${first} ${second}`));
};
