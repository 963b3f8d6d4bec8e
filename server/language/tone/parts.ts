/** The bubbles and clauses of a turn. The manner of each is judged by itself, so that a good answer hides no rude one. */
import { chancesOf, WEIGHTED_BUCKETS } from '#language/classifier/classifier.ts';
import { FEATURE } from '#language/classifier/feature-families.ts';
import { Features } from '#language/classifier/features.ts';
import { HEADS } from '#language/classifier/heads.ts';
import type { Reading } from '#language/reading/clause.ts';
import { TONES, type Tone } from '#language/terms/verdicts.ts';
import { tonePattern } from './tone-patterns.ts';

/** `isBubble`: a bubble, else a clause of one. `text`: without what is quoted. */
type Part = { readonly text: string; readonly start: number; readonly end: number; readonly isBubble: boolean };

/** More than anybody types in one turn; the rest of a flood is not asked. */
const MAX_PARTS = 48;
/** Characters: a clause shorter than this is judged only with its bubble. */
const MIN_CHARS = 4;
/** Quoted or reported words show somebody else's manner: 他说爱要不要. */
const QUOTED = /[“"「『][^“”"「」『』\n]{1,40}[”"」』]/g;
const REPORTED =
  /(?:[他她]们?|对方|客服|同事|快递员?|师傅|主播|骑手|邻居|骗子|人家|别人)(?:跟您|跟你|那边|刚才?|昨天|当时)?(?:说|骂|讲|回|嫌|嚷)/;

/** 没人说您瞎编, 哪能怪您: a reproach that is denied; what else the bubble has is judged clause by clause. */
const UNREPROACHED = /(?:没(?:有?人|谁)?|谁也没|不会|哪能|哪会)(?:说|怪|嫌|觉得|认为)(?:是)?[您你](?!没)/;

export const partsOf = ({ text, clauses }: Reading): Part[] => {
  const parts: Part[] = [];
  let clauseIndex = 0;
  for (let start = 0; start <= text.length && parts.length < MAX_PARTS; ) {
    const lineEnd = text.indexOf('\n', start);
    const end = lineEnd < 0 ? text.length : lineEnd;
    const countBefore = parts.length;
    addPart(parts, text, start, end, true);
    const firstInside = clauseIndex;
    while (clauseIndex < clauses.length && (clauses[clauseIndex]?.start ?? 0) < end) clauseIndex += 1;
    if (parts.length > countBefore && clauseIndex - firstInside > 1)
      for (const { start, end } of clauses.slice(firstInside, clauseIndex))
        if (end - start >= MIN_CHARS && parts.length < MAX_PARTS) addPart(parts, text, start, end, false);
    start = end + 1;
  }
  return parts;
};

const addPart = (parts: Part[], text: string, start: number, end: number, isBubble: boolean): void => {
  const original = text.slice(start, end);
  const withoutQuotes = (/[“"「『]/.test(original) ? original.replace(QUOTED, '') : original).trim();
  if (withoutQuotes.length > 0 && !REPORTED.test(withoutQuotes) && !UNREPROACHED.test(withoutQuotes))
    parts.push({ text: withoutQuotes, start, end, isBubble });
};

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
