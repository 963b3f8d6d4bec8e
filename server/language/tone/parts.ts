/** The manner of each bubble and clause of a turn is judged by itself, so that a good answer hides no rude one. */
import { chancesOf, WEIGHTED_BUCKETS } from '#language/classifier/classifier.ts';
import { FEATURE } from '#language/classifier/feature-families.ts';
import { Features } from '#language/classifier/features.ts';
import { HEADS } from '#language/classifier/heads.ts';
import { partsOf } from '#language/classifier/parts.ts';
import type { Reading } from '#language/reading/clause.ts';
import { TONES, type Tone } from '#language/terms/verdicts.ts';
import { tonePattern } from './tone-patterns.ts';

const LENGTHS = 4;
/** Fills `features` with all the head of manner weighs of one part; returns the tone pattern found in it. */
export const addPartFeatures = (features: Features, text: string): Tone | null => {
  features.addGrams(text);
  features.addNamed(FEATURE.part, Math.min(Math.floor(text.length / LENGTHS), 9));
  const pattern = tonePattern(text);
  if (pattern) features.addNamed(FEATURE.partSign, TONES.indexOf(pattern));
  return pattern;
};

/** The text of the bubble that holds this place. */
export const bubbleAt = ({ text }: Reading, place: number): string => {
  const stop = text.indexOf('\n', place);
  return text.slice(text.lastIndexOf('\n', place) + 1, stop < 0 ? text.length : stop);
};

export type WorstPart = {
  tone: Tone;
  chance: number;
  pattern: Tone | null;
  isBubble: boolean;
  start: number;
  end: number;
  /** The bubble it stands in, judged by itself. */
  bubble: { chance: number; start: number; end: number };
};

/** Scratch, emptied for every part. */
const PART_FEATURES = new Features(WEIGHTED_BUCKETS);
const MANNERS = HEADS.manner.outputs;

/**
 * The part with the worst manner, the chance (0–1) that it is bad, and the tone pattern found in it. `isSpared`: whether a
 * bubble that sounds cold is no brush-off; it hides no other.
 */
export const worstPart = (reading: Reading, isSpared: (bubble: string) => boolean): WorstPart | null => {
  let worst: WorstPart | null = null;
  let bubble = { chance: 0, start: 0, end: 0 };
  for (const { text, start, end, isBubble } of partsOf(reading)) {
    PART_FEATURES.clear();
    const pattern = addPartFeatures(PART_FEATURES, text);
    const chances = chancesOf('manner', PART_FEATURES);
    const chance = 1 - (chances[0] ?? 1);
    if (isBubble || start >= bubble.end) bubble = { chance: isBubble ? chance : 0, start, end };
    if (worst && chance <= worst.chance) continue;
    let tone = 1;
    for (let manner = 2; manner < MANNERS.length; manner++)
      if ((chances[manner] ?? 0) > (chances[tone] ?? 0)) tone = manner;
    const name = MANNERS[tone];
    if (name === 'cold' && isSpared(bubbleAt(reading, start))) continue;
    if (name && name !== 'fine') worst = { tone: name, chance, pattern, isBubble, start, end, bubble };
  }
  return worst;
};
