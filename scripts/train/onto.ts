/**
 * A few new lines learned onto weights that are kept. A whole new fit draws another order of all lines and hears
 * hundreds of replies otherwise that nobody has found fault with; here the lines of before, and turns nobody labels for
 * this head, are answered as the kept weights answer them, so that only what is near the new lines is heard anew.
 */

import { BUCKETS, Features } from '#language/classifier/features.ts';
import { HEADS, type Head } from '#language/classifier/heads.ts';
import { readText } from '#language/reading/clauses.ts';
import { normalise } from '#language/reading/normalise.ts';
import { addExampleFeatures, examplesOf } from './examples.ts';
import { chancesOf, type Example, type Fitted, fitWeights } from './fit.ts';
import type { Material } from './material.ts';

/** `inertia` makes first steps small, `decay` draws each weight back to the kept one. */
const HOW = { epochs: 15, rate: 0.5, inertia: 1, decay: 0.001 } as const;
/** The weight of a new line where the command names none, an older one having 1: few lines need it, hundreds don't. */
export const ONTO_WEIGHT = 4;

/** The weights `from` of one head, with the lines whose ids begin with `prefix` learned onto them. No feature is added. */
export const fitOnto = (
  head: Head,
  from: Fitted,
  material: Material,
  { prefix, seed, weight }: { prefix: string; seed: number; weight: number },
): Fitted => {
  const shape = { outputs: HEADS[head].outputs.length, kind: HEADS[head].kind };
  const isNew = ({ id }: { id: string }): boolean => id.startsWith(`${prefix}-`);
  const older = { ...material, lines: material.lines.filter((line) => !isNew(line)) };
  const newer = { lines: material.lines.filter(isNew), acts: [], turns: [], heard: [], plain: [], digest: '' };
  const known = knownFeatures(from, shape.outputs);
  const kept = [...examplesOf(head, older), ...unlabelled(head, older)]
    .map(known)
    .map((example) => ({ ...example, weight: 1, chances: chancesOf(example.features, from, shape) }));
  const fresh = examplesOf(head, newer)
    .map(known)
    .map((example) => ({ ...example, weight: (example.weight ?? 1) * weight }));
  return fitWeights([...kept, ...fresh], { ...HOW, ...shape, seed, buckets: BUCKETS, from });
};

/** An example with those of its features alone that have weights in this head. */
const knownFeatures = ({ weights }: Fitted, outputs: number): ((example: Example) => Example) => {
  const isKnown = (feature: number): boolean =>
    weights.subarray(feature * outputs, (feature + 1) * outputs).some((weight) => weight !== 0);
  return (example) => ({ ...example, features: example.features.filter(isKnown) });
};

/** Whole turns as the head of tone meets them; the other heads have enough of their own. */
const unlabelled = (head: Head, { turns, heard }: Material): Example[] => {
  if (head !== 'tone') return [];
  const features = new Features();
  return [...turns, ...heard].map(({ customer, reply }) => {
    addExampleFeatures(features, head, readText(normalise(reply).text), normalise(customer).text);
    return { features: features.ids.slice(0, features.count), labels: [] };
  });
};
