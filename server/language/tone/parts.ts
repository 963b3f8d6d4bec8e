/** The bubbles and clauses of a turn. The manner of each is judged by itself, so that a good answer hides no rude one. */
import { chancesOf, KNOWN } from '#language/classifier/classifier.ts';
import { FEATURE } from '#language/classifier/feature-families.ts';
import { Features } from '#language/classifier/features.ts';
import { HEADS } from '#language/classifier/heads.ts';
import type { Reading } from '#language/reading/clause.ts';
import { TONES, type Tone } from '#language/terms/verdicts.ts';
import { tonePattern } from './tone-patterns.ts';

/** `whole`: a bubble, else a clause of one. `text`: without what is quoted. */
type Part = { readonly text: string; readonly start: number; readonly end: number; readonly whole: boolean };

/** More than anybody types in one turn; the rest of a flood is not asked. */
const MAX_PARTS = 48;
/** Characters: a clause shorter than this is judged only with its bubble. */
const MIN_CHARS = 4;
/** Quoted or reported words show somebody else's manner: 他说爱要不要. */
const QUOTED = /[“"「『][^“”"「」『』\n]{1,40}[”"」』]/g;
const REPORTED =
  /(?:[他她]们?|对方|客服|同事|快递员?|师傅|主播|骑手|邻居|骗子|人家|别人)(?:跟您|跟你|那边|刚才?|昨天|当时)?(?:说|骂|讲|回|嫌|嚷)/;

export function partsOf({ text, clauses }: Reading): Part[] {
  const parts: Part[] = [];
  let first = 0;
  for (let from = 0; from <= text.length && parts.length < MAX_PARTS; ) {
    const stop = text.indexOf('\n', from);
    const to = stop < 0 ? text.length : stop;
    const own = parts.length;
    addPart(parts, text, from, to, true);
    const inside = first;
    while (first < clauses.length && (clauses[first]?.start ?? 0) < to) first += 1;
    if (parts.length > own && first - inside > 1)
      for (const { start, end } of clauses.slice(inside, first))
        if (end - start >= MIN_CHARS && parts.length < MAX_PARTS) addPart(parts, text, start, end, false);
    from = to + 1;
  }
  return parts;
}

function addPart(parts: Part[], text: string, start: number, end: number, isWhole: boolean): void {
  const said = text.slice(start, end);
  const own = (/[“"「『]/.test(said) ? said.replace(QUOTED, '') : said).trim();
  if (own.length > 0 && !REPORTED.test(own)) parts.push({ text: own, start, end, whole: isWhole });
}

const LENGTHS = 4;
/** Fills `features` with all the head of manner weighs of one part; returns the tone pattern found in it. */
export function addPartFeatures(features: Features, text: string): Tone | null {
  features.grams(text);
  features.named(FEATURE.part, Math.min(Math.floor(text.length / LENGTHS), 9));
  const sign = tonePattern(text);
  if (sign) features.named(FEATURE.partSign, TONES.indexOf(sign));
  return sign;
}

export type Worst = { tone: Tone; chance: number; sign: Tone | null; whole: boolean; start: number; end: number };

/** Scratch, emptied for every part. */
const PART = new Features(KNOWN);
const MANNERS = HEADS.manner.outputs;

/** The part with the worst manner, the chance (0–1) that it is bad, and the tone pattern found in it. */
export function worstPart(reading: Reading): Worst | null {
  let worst: Worst | null = null;
  for (const { text, start, end, whole } of partsOf(reading)) {
    PART.begin();
    const sign = addPartFeatures(PART, text);
    const chances = chancesOf('manner', PART);
    const chance = 1 - (chances[0] ?? 1);
    if (worst && chance <= worst.chance) continue;
    let tone = 1;
    for (let manner = 2; manner < MANNERS.length; manner++)
      if ((chances[manner] ?? 0) > (chances[tone] ?? 0)) tone = manner;
    const name = MANNERS[tone];
    if (name && name !== 'fine') worst = { tone: name, chance, sign, whole, start, end };
  }
  return worst;
}
