/** Fits the weights that tell what nobody on the desk can know (`server/language/cards/guesses.ts`). */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { addGuessFeatures } from '#language/cards/guesses.ts';
import { BUCKETS, Features } from '#language/classifier/features.ts';
import { partsOf } from '#language/classifier/parts.ts';
import { readText } from '#language/reading/clauses.ts';
import { normalise } from '#language/reading/normalise.ts';
import { averaged, type Example, fitWeights, keepTopFeatures, withFeatureDropout, withoutRare } from './fit.ts';
import { goodReplies } from './good-replies.ts';
import { type KeptWeights, keptWeights } from './kept-weights.ts';
import type { Material } from './material.ts';

export const GUESSES_FILE = 'server/language/cards/guesses.json';
const LINES = 'tests/language/lines/guess-train.jsonl';
const OUTPUTS = { outputs: 1, kind: 'each' } as const;
/** Found by trying them on replies that nobody had marked: the share heard at the same share of false alarms. */
const HOW = { epochs: 12, rate: 1, inertia: 1e-3, decay: 1e-5, buckets: BUCKETS, ...OUTPUTS };
const SEEDS = [1, 2, 3];
const LEAST = 3;
const MOST_FEATURES = 60_000;
/** Copies of each guess with a part of its features left out, and the share kept. */
const DROPOUT = { copies: 2, kept: 0.6, seed: 1 };
/** Of a reply that was labelled for something else, and of one labelled as a claim no shop may make. */
const WEIGHT = { plain: 0.1, claim: 0.05 } as const;

/** `guess`: it settles what its writer can't know; `fine`: it doesn't. */
export type LabelledGuess = { id: string; customer: string; reply: string; expect: 'guess' | 'fine'; source: string };

export const readGuesses = (): LabelledGuess[] =>
  readFileSync(LINES, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as LabelledGuess);

const partsIn = (reply: string) => partsOf(readText(normalise(reply).text));

/**
 * The labelled lines as examples, and what the other heads learn from as plain talk: without knowing that, every
 * reassurance would count.
 */
export const guessExamples = (lines: readonly LabelledGuess[], material: Material): Example[] => {
  const features = new Features();
  const known = new Set<string>();
  const examples: Example[] = [];
  const learn = (text: string, isGuess: boolean, weight: number): void => {
    const key = `${text} ${isGuess}`;
    if (known.has(key)) return;
    known.add(key);
    addGuessFeatures(features, text);
    examples.push({ features: features.ids.slice(0, features.count), labels: isGuess ? [0] : [], weight });
  };
  for (const { reply, expect } of lines)
    for (const { text, isBubble } of partsIn(reply))
      if (expect === 'fine') learn(text, false, 1);
      else if (isBubble) learn(text, true, 1);
  for (const { task, reply, expect } of material.lines) {
    const codes = task === 'redline' ? (expect as readonly string[]) : [];
    if (codes.includes('false-claim')) {
      const bubbles = partsIn(reply).filter(({ isBubble }) => isBubble);
      if (bubbles.length === 1) learn(bubbles[0]?.text ?? '', true, WEIGHT.claim);
      continue;
    }
    if (codes.length > 0 || (task === 'tone' && expect !== 'warm' && expect !== 'neutral')) continue;
    for (const { text, isBubble } of partsIn(reply))
      if (isBubble || task === 'redline') learn(text, false, WEIGHT.plain);
  }
  for (const reply of [...material.plain, ...goodReplies()])
    for (const { text } of partsIn(reply)) learn(text, false, WEIGHT.plain);
  return examples;
};

const fitted = (examples: readonly Example[]): KeptWeights => {
  const common = withoutRare(examples, LEAST);
  const isGuess = ({ labels }: Example): boolean => labels.length > 0;
  const weightsOf = (learned: readonly Example[]) =>
    averaged(SEEDS.map((seed) => fitWeights(withFeatureDropout(learned, DROPOUT, isGuess), { ...HOW, seed })));
  return keptWeights(weightsOf(keepTopFeatures(common, weightsOf(common), OUTPUTS.outputs, MOST_FEATURES)));
};

/** A mark of the lines the weights come from. */
export const guessDigest = (): string =>
  createHash('sha256').update(readFileSync(LINES, 'utf8').replaceAll('\r\n', '\n')).digest('hex').slice(0, 16);

/** The file's text, from the labelled lines and the plain talk of the others. */
export const guessWeights = (lines: readonly LabelledGuess[], material: Material): string =>
  `${JSON.stringify({ lines: guessDigest(), ...fitted(guessExamples(lines, material)) })}\n`;
