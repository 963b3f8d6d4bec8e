/** Fits the weights that tell what nobody on the desk can know (`server/language/cards/guesses.ts`). */
import { readFileSync } from 'node:fs';
import { addGuessFeatures } from '#language/cards/guesses.ts';
import { Features } from '#language/classifier/features.ts';
import { partsOf } from '#language/classifier/parts.ts';
import { readText } from '#language/reading/clauses.ts';
import { normalise } from '#language/reading/normalise.ts';
import type { Example } from './fit.ts';
import { fileDigest, fitRare, type RareOptions } from './fit-rare.ts';
import { goodReplies } from './good-replies.ts';

import type { Material } from './material.ts';

export const GUESSES_FILE = 'server/language/cards/guesses.json';
const LINES = 'tests/language/lines/guess-train.jsonl';
/**
 * Found by trying them on replies that nobody had marked: the share heard at the same share of false alarms. A bias that
 * is learned comes out at 3: a text of unknown words would be a guess unless its words spoke against it.
 */
const HOW: RareOptions = { least: 3, most: 60_000, copies: 2, kept: 0.6, bias: -2 };
/** The first round of stored plays that nothing is learned from. */
const HELD_OUT = '0.9.23';
/** Of a reply that was labelled for something else, of one labelled as a claim no shop may make, and of a good trainee's. */
const WEIGHT = { plain: 0.1, claim: 0.05, good: 0.4 } as const;

/** `guess`: it settles what its writer can't know; `fine`: it doesn't. */
export type LabelledGuess = { id: string; customer: string; reply: string; expect: 'guess' | 'fine'; source: string };

const readLines = (path: string): LabelledGuess[] =>
  readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as LabelledGuess);

export const readGuesses = (): LabelledGuess[] => readLines(LINES);
/** Lines of hands that nothing is learned from. */
export const readBlindGuesses = (): LabelledGuess[] => readLines('tests/language/lines/guess-blind.jsonl');

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
  for (const reply of goodReplies(HELD_OUT)) for (const { text } of partsIn(reply)) learn(text, false, WEIGHT.good);
  for (const reply of material.plain) for (const { text } of partsIn(reply)) learn(text, false, WEIGHT.plain);
  return examples;
};

/** A mark of the lines the weights come from. */
export const guessDigest = (): string => fileDigest(LINES);

/** The file's text, from the labelled lines and the plain talk of the others. */
export const guessWeights = (lines: readonly LabelledGuess[], material: Material): string =>
  `${JSON.stringify({ lines: guessDigest(), ...fitRare(guessExamples(lines, material), HOW) })}\n`;
