import { FAMILIES, HONEST, SPOKEN_DIGITS } from './homophones.ts';

/** A text without its disguises, and where each of its units came from in the folded text. */
export type Plain = {
  readonly text: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** Words that were written so as to pass a filter, by their place in `text`. */
  readonly masked: readonly { readonly plain: string; readonly start: number; readonly end: number }[];
};

/** Marks and emoji that may stand between letters without a meaning. Marks that end a clause aren't among them. */
const INSERTED = new Uint8Array(0x10000);
for (let unit = 0x2010; unit <= 0x2bff; unit++) INSERTED[unit] = 1;
for (let unit = 0x3001; unit <= 0x3030; unit++) INSERTED[unit] = 1;
for (let unit = 0xe000; unit <= 0xe002; unit++) INSERTED[unit] = 1;
for (const mark of '-_.·*/|\\\'"`^=<>[]{}()#@丨ㆍ') INSERTED[mark.charCodeAt(0)] = 1;
for (const mark of '。☆★') INSERTED[mark.charCodeAt(0)] = 0;
const HEART = '\uE003';
/** Pinyin with its tones written: wēi. */
const TONED = new Map(
  [...'āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü'].map((char, index) => [char, 'aaaaeeeeiiiioooouuuuvvvvv'.charAt(index)]),
);
const BY_LEAD = new Map<string, { plain: string; pattern: RegExp }[]>();
for (const [plain, leads, pattern] of FAMILIES)
  for (const lead of leads) {
    const there = BY_LEAD.get(lead) ?? [];
    there.push({ plain, pattern: new RegExp(pattern, 'y') });
    BY_LEAD.set(lead, there);
  }
const SPOKEN = new RegExp(`[${[...SPOKEN_DIGITS.keys()].join('')}]{7,}`, 'y');
for (const digit of SPOKEN_DIGITS.keys()) if (!BY_LEAD.has(digit)) BY_LEAD.set(digit, []);

/** All characters that squeezing changes: marks, spaces, hearts and toned letters. */
const SQUEEZABLE = Uint8Array.from(INSERTED);
for (const char of [' ', '~', '…', HEART, ...TONED.keys()]) SQUEEZABLE[char.charCodeAt(0)] = 1;
const IS_LEAD = new Uint8Array(0x10000);
for (const char of BY_LEAD.keys()) IS_LEAD[char.charCodeAt(0)] = 1;

function hasAny(text: string, table: Uint8Array): boolean {
  for (let index = 0; index < text.length; index++) if (table[text.charCodeAt(index)] === 1) return true;
  return false;
}

/** A text without the marks between its letters; for each letter its old place and whether a space stood before it. */
type Squeezed = { text: string; at: number[]; spaced: boolean[] };

/**
 * Undoes what passes a filter: drops marks set between letters (V-X, 验-证-码), joins letters typed apart (加 微 信),
 * writes the word a homophone stands for, and digits for spoken ones. A space between words stays. Null: nothing is hidden.
 */
export function unmask(text: string): Plain | null {
  const isSqueezable = hasAny(text, SQUEEZABLE);
  if (!isSqueezable && !hasAny(text, IS_LEAD)) return null;
  const squeezed = isSqueezable ? squeeze(text) : null;
  const words = maskedWords(squeezed?.text ?? text);
  if (!squeezed && words.length === 0) return null;
  return write(squeezed ?? squeeze(text), words);
}

function write(squeezed: Squeezed, words: readonly MaskedWord[]): Plain {
  const plain: Writing = { text: '', starts: [], ends: [], masked: [] };
  let done = 0;
  for (const word of words) {
    copy(squeezed, done, word.start, plain);
    if (separatesWords(squeezed, word.start)) put(' ', squeezed, word.start, word.start + 1, plain);
    const from = plain.text.length;
    put(word.plain, squeezed, word.start, word.end, plain);
    if (isMasked(squeezed, word)) plain.masked.push({ plain: word.plain, start: from, end: plain.text.length });
    done = word.end;
  }
  copy(squeezed, done, squeezed.text.length, plain);
  return plain;
}

type Writing = {
  text: string;
  starts: number[];
  ends: number[];
  masked: { plain: string; start: number; end: number }[];
};
type MaskedWord = { start: number; end: number; plain: string };

function isMasked({ text, at }: Squeezed, { start, end }: MaskedWord): boolean {
  const isJoined = (at[end - 1] ?? 0) - (at[start] ?? 0) === end - 1 - start;
  return !isJoined || !HONEST.has(text.slice(start, end));
}

function put(piece: string, squeezed: Squeezed, from: number, to: number, plain: Writing): void {
  const start = squeezed.at[from] ?? 0;
  const end = (squeezed.at[to - 1] ?? 0) + 1;
  for (let unit = 0; unit < piece.length; unit++) {
    plain.starts.push(start);
    plain.ends.push(end);
  }
  plain.text += piece;
}

function copy(squeezed: Squeezed, from: number, to: number, plain: Writing): void {
  for (let index = from; index < to; index++) {
    if (squeezed.spaced[index] && separatesWords(squeezed, index)) put(' ', squeezed, index, index + 1, plain);
    const char = squeezed.text.charAt(index);
    if (char !== HEART) put(char, squeezed, index, index + 1, plain);
  }
}

/** Whether a space separates two words. Between single letters (加 微 信) it doesn't. */
function separatesWords({ spaced }: Squeezed, index: number): boolean {
  return spaced[index] === true && index > 0 && !spaced[index - 1] && !spaced[index + 1];
}

function squeeze(text: string): Squeezed {
  const squeezed: Squeezed = { text: '', at: [], spaced: [] };
  let isSpaced = false;
  for (let index = 0; index < text.length; index++) {
    const char = text.charAt(index);
    if (char === ' ' || char === '…' || char === '~' || char === '\uE001') isSpaced = true;
    else if (INSERTED[text.charCodeAt(index)] === 0 || isPartOfName(text, index)) {
      squeezed.text += TONED.get(char) ?? char;
      squeezed.at.push(index);
      squeezed.spaced.push(isSpaced);
      isSpaced = false;
    }
  }
  return squeezed;
}

/** Whether a mark is part of a name or number: VX-200 is a product, 1.5 and 10-15 are numbers. */
function isPartOfName(text: string, at: number): boolean {
  const char = text.charAt(at);
  if (char === '*') return /[0-9a-z*]/.test(text.charAt(at - 1));
  return (
    (char === '-' || char === '.' || char === '/') &&
    /[a-z0-9]/.test(text.charAt(at - 1)) &&
    /[0-9]/.test(text.charAt(at + 1))
  );
}

function maskedWords(squeezed: string): MaskedWord[] {
  const words: MaskedWord[] = [];
  let at = 0;
  while (at < squeezed.length) {
    const found = IS_LEAD[squeezed.charCodeAt(at)] === 1 ? maskedWordAt(squeezed, at) : null;
    if (found) words.push(found);
    at = found ? found.end : at + 1;
  }
  return words;
}

function maskedWordAt(squeezed: string, start: number): MaskedWord | null {
  const families = BY_LEAD.get(squeezed.charAt(start));
  if (!families) return null;
  for (const { plain, pattern } of families) {
    pattern.lastIndex = start;
    if (pattern.test(squeezed)) return { start, end: pattern.lastIndex, plain };
  }
  SPOKEN.lastIndex = start;
  if (!SPOKEN_DIGITS.has(squeezed.charAt(start)) || !SPOKEN.test(squeezed)) return null;
  const end = SPOKEN.lastIndex;
  let plain = '';
  for (let index = start; index < end; index++) plain += SPOKEN_DIGITS.get(squeezed.charAt(index)) ?? '';
  return { start, end, plain };
}
