/** Single characters and pairs of neighbours as numbers, and how much a character tells of what is talked about. */
import { isParticle } from '#language/reading/particles.ts';
import { COMMON_CHARS } from './char-weights.ts';
import pairs from './word-pairs.json' with { type: 'json' };

/** Two characters as one id; it fits a small integer, and no pair of characters met in chat shares an id with a concept. */
export function gramId(first: number, second: number): number {
  return (((first & 0x7fff) << 16) | second) ^ (0x2600 << 16);
}

/** A single character as an id, above those of the lexicon's concepts. */
export function loneId(unit: number): number {
  return 0x10000 + unit;
}

/** Numbers are compared by meaning, and a yes or no by what it stands beside: neither counts as a character. */
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

/** 0–1: the rarer a character in replies, the more it tells; 0 for particles, numerals, marks and denials. */
export function weightOf(unit: number): number {
  return WEIGHTS[unit] as number;
}

const PARTNERS = new Map<number, readonly number[]>(
  Object.entries(pairs).map(([char, others]) => [
    loneId(char.charCodeAt(0)),
    [...others].map((other) => loneId(other.charCodeAt(0))),
  ]),
);
const NONE: readonly number[] = [];

/** The characters that other people use for one (掏 for 付), as ids. */
export function partnersOf(id: number): readonly number[] {
  return PARTNERS.get(id) ?? NONE;
}
