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
export function combinationsOf(vary: AuthoredVariation, shop: ShopFacts): Combinations {
  const faults: VariationFault[] = [];
  const drawn: [string, Value[]][] = [];
  for (const [name, authored] of Object.entries(vary.draw)) {
    const values = drawnValues(authored, shop);
    if (Array.isArray(values)) drawn.push([name, values]);
    else faults.push({ ...values, path: ['draw', name] });
  }
  const count = drawn.reduce((product, [, values]) => product * values.length, 1);
  if (count > MAX_COMBINATIONS) faults.push({ fault: 'too-many-variants', name: String(count), path: ['draw'] });
  const forbidden = (vary.never ?? []).map(() => 0);
  if (faults.length > 0) return { legal: [], forbidden, faults };
  const legal: Combination[] = [];
  for (let index = 0; index < count; index += 1) {
    const draws = drawsAt(index, drawn);
    const made = combination(draws, vary, shop, forbidden);
    if (made === null) continue;
    if ('fault' in made) return { legal: [], forbidden, faults: [made] };
    legal.push(made);
  }
  return { legal, forbidden, faults };
}

function drawsAt(index: number, drawn: readonly [string, Value[]][]): Values {
  const draws: Record<string, Value> = {};
  let rest = index;
  for (const [name, values] of drawn) {
    const value = values[rest % values.length];
    if (value !== undefined) draws[name] = value;
    rest = Math.floor(rest / values.length);
  }
  return draws;
}

/** Null: a combination that may never be. */
function combination(
  draws: Values,
  vary: AuthoredVariation,
  shop: ShopFacts,
  forbidden: number[],
): Combination | VariationFault | null {
  const values: Record<string, Value> = { ...draws };
  for (const [name, authored] of Object.entries(vary.reckon ?? {})) {
    const value = evaluate(authored, values, shop);
    if (isEvaluationFault(value)) return { ...value, path: ['reckon', name] };
    values[name] = value;
  }
  let isForbidden = false;
  for (const [index, condition] of (vary.never ?? []).entries()) {
    const held = holds(condition, values);
    if (typeof held !== 'boolean') return { ...held, path: ['never', index] };
    if (!held) continue;
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
}

const keyOfDraws = (draws: Values): string =>
  Object.entries(draws)
    .map(([name, value]) => `${name}=${keyOf(value)}`)
    .join(' ');

/**
 * A small set in which every pair of draws occurs that occurs at all, each next combination the one that adds most; at
 * least `least` of them where there are so many.
 */
export function covering(legal: readonly Combination[], least: number): Combination[] {
  const pairs = legal.map(({ draws }) => pairsOf(draws));
  const missing = new Set(pairs.flat());
  const left = new Set(legal.keys());
  const taken: number[] = [];
  while (missing.size > 0) {
    let best = -1;
    let most = -1;
    for (const index of left) {
      const added = (pairs[index] ?? []).reduce((count, pair) => count + Number(missing.has(pair)), 0);
      if (added > most) [best, most] = [index, added];
    }
    for (const pair of pairs[best] ?? []) missing.delete(pair);
    left.delete(best);
    taken.push(best);
  }
  // Spread over the whole list, so that the added ones aren't neighbours.
  const rest = [...left];
  const more = Math.min(Math.max(least - taken.length, 0), rest.length);
  for (let step = 0; step < more; step += 1) {
    const index = rest[Math.floor((step * rest.length) / more)];
    if (index !== undefined) taken.push(index);
  }
  return taken.flatMap((index) => legal[index] ?? []);
}

function pairsOf(draws: Values): string[] {
  const drawn = Object.entries(draws).map(([name, value]) => `${name}=${keyOf(value)}`);
  if (drawn.length === 1) return drawn;
  return drawn.flatMap((first, index) => drawn.slice(index + 1).map((second) => `${first} ${second}`));
}
