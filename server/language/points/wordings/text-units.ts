/** Single characters and pairs of neighbours as numbers, and how much each character tells of the topic. */
import { isParticle } from '#language/reading/particles.ts';
import { COMMON_CHARS } from './char-weights.ts';
import pairs from './word-pairs.json' with { type: 'json' };

/** A pair of characters as one id. It fits a small integer and never equals a concept's id for characters used in chat. */
export const bigramId = (first: number, second: number): number => {
  return (((first & 0x7fff) << 16) | second) ^ (0x2600 << 16);
};

/** A single character as an id, above those of the lexicon's concepts. */
export const charId = (charCode: number): number => {
  return 0x10000 + charCode;
};

/** Characters without a topic: numbers are compared as values, and a yes or no by the words it belongs to. */
const NO_TOPIC = '零一二两三四五六七八九十百千万半不没别无未非';

const WEIGHTS = new Float64Array(0x10000);
for (let unit = 0; unit < 0x10000; unit++) {
  const char = String.fromCharCode(unit);
  if (/[\u3400-\u9fffa-z]/.test(char) && !isParticle(char) && !NO_TOPIC.includes(char)) WEIGHTS[unit] = 1;
}
for (const [weight, chars] of COMMON_CHARS)
  for (const char of chars) {
    const unit = char.charCodeAt(0);
    if ((WEIGHTS[unit] as number) > 0) WEIGHTS[unit] = weight;
  }

/** 0–1: the rarer a character is in replies, the more it tells of the topic; 0 for particles, numerals, marks and denials. */
export const charWeight = (charCode: number): number => {
  return WEIGHTS[charCode] as number;
};

const PARTNERS = new Map<number, readonly number[]>(
  Object.entries(pairs).map(([char, others]) => [
    charId(char.charCodeAt(0)),
    [...others].map((other) => charId(other.charCodeAt(0))),
  ]),
);
const NONE: readonly number[] = [];

/** The characters that other people use for one (掏 for 付), as ids. */
export const partnerIds = (id: number): readonly number[] => {
  return PARTNERS.get(id) ?? NONE;
};
