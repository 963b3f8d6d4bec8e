import { FAMILIES, PLAIN_SPELLINGS, SPOKEN_DIGITS } from './homophones.ts';

/** A text without its disguises, and where each of its units came from in the folded text. */
export type Unmasked = {
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
const FAMILIES_BY_LEAD = new Map<string, { plain: string; pattern: RegExp }[]>();
for (const [plain, leads, pattern] of FAMILIES)
  for (const lead of leads) {
    const there = FAMILIES_BY_LEAD.get(lead) ?? [];
    there.push({ plain, pattern: new RegExp(pattern, 'y') });
    FAMILIES_BY_LEAD.set(lead, there);
  }
const SPOKEN_NUMBER = new RegExp(`[${[...SPOKEN_DIGITS.keys()].join('')}]{7,}`, 'y');
for (const digit of SPOKEN_DIGITS.keys()) if (!FAMILIES_BY_LEAD.has(digit)) FAMILIES_BY_LEAD.set(digit, []);

/** All characters that squeezing changes: marks, spaces, hearts and toned letters. */
const SQUEEZABLE = Uint8Array.from(INSERTED);
for (const char of [' ', '~', '…', HEART, ...TONED.keys()]) SQUEEZABLE[char.charCodeAt(0)] = 1;
const IS_LEAD = new Uint8Array(0x10000);
for (const char of FAMILIES_BY_LEAD.keys()) IS_LEAD[char.charCodeAt(0)] = 1;

const hasAny = (text: string, table: Uint8Array): boolean => {
  for (let index = 0; index < text.length; index++) if (table[text.charCodeAt(index)] === 1) return true;
  return false;
};

/** A text without the marks between its letters; for each letter its old place and whether a space stood before it. */
type Squeezed = { text: string; origins: number[]; hasSpaceBefore: boolean[] };

/**
 * Undoes what passes a filter: drops marks set between letters (V-X, 验-证-码), joins letters typed apart (加 微 信),
 * writes the word a homophone stands for, and digits for spoken ones. A space between words stays. Null: nothing is hidden.
 */
export const unmask = (text: string): Unmasked | null => {
  const isSqueezable = hasAny(text, SQUEEZABLE);
  if (!isSqueezable && !hasAny(text, IS_LEAD)) return null;
  const squeezed = isSqueezable ? squeeze(text) : null;
  const words = maskedWords(squeezed?.text ?? text);
  if (!squeezed && words.length === 0) return null;
  return writeUnmasked(squeezed ?? squeeze(text), words);
};

const writeUnmasked = (squeezed: Squeezed, words: readonly MaskedWord[]): Unmasked => {
  const unmasked: MutableUnmasked = { text: '', starts: [], ends: [], masked: [] };
  let copiedTo = 0;
  for (const word of words) {
    appendSqueezed(squeezed, copiedTo, word.start, unmasked);
    if (separatesWords(squeezed, word.start)) appendText(' ', squeezed, word.start, word.start + 1, unmasked);
    const start = unmasked.text.length;
    appendText(word.plain, squeezed, word.start, word.end, unmasked);
    if (isMasked(squeezed, word)) unmasked.masked.push({ plain: word.plain, start, end: unmasked.text.length });
    copiedTo = word.end;
  }
  appendSqueezed(squeezed, copiedTo, squeezed.text.length, unmasked);
  return unmasked;
};

type MutableUnmasked = {
  text: string;
  starts: number[];
  ends: number[];
  masked: { plain: string; start: number; end: number }[];
};
type MaskedWord = { start: number; end: number; plain: string };

const isMasked = ({ text, origins }: Squeezed, { start, end }: MaskedWord): boolean => {
  const isJoined = (origins[end - 1] ?? 0) - (origins[start] ?? 0) === end - 1 - start;
  return !isJoined || !PLAIN_SPELLINGS.has(text.slice(start, end));
};

const appendText = (piece: string, squeezed: Squeezed, from: number, to: number, unmasked: MutableUnmasked): void => {
  const start = squeezed.origins[from] ?? 0;
  const end = (squeezed.origins[to - 1] ?? 0) + 1;
  for (let unit = 0; unit < piece.length; unit++) {
    unmasked.starts.push(start);
    unmasked.ends.push(end);
  }
  unmasked.text += piece;
};

const appendSqueezed = (squeezed: Squeezed, from: number, to: number, unmasked: MutableUnmasked): void => {
  for (let index = from; index < to; index++) {
    if (squeezed.hasSpaceBefore[index] && separatesWords(squeezed, index))
      appendText(' ', squeezed, index, index + 1, unmasked);
    const char = squeezed.text.charAt(index);
    if (char !== HEART) appendText(char, squeezed, index, index + 1, unmasked);
  }
};

/** Whether a space separates two words. Between single letters (加 微 信) it doesn't. */
const separatesWords = ({ hasSpaceBefore }: Squeezed, index: number): boolean => {
  return hasSpaceBefore[index] === true && index > 0 && !hasSpaceBefore[index - 1] && !hasSpaceBefore[index + 1];
};

const squeeze = (text: string): Squeezed => {
  const squeezed: Squeezed = { text: '', origins: [], hasSpaceBefore: [] };
  let isSpaced = false;
  for (let index = 0; index < text.length; index++) {
    const char = text.charAt(index);
    if (char === ' ' || char === '…' || char === '~' || char === '\uE001') isSpaced = true;
    else if (INSERTED[text.charCodeAt(index)] === 0 || isPartOfName(text, index)) {
      squeezed.text += TONED.get(char) ?? char;
      squeezed.origins.push(index);
      squeezed.hasSpaceBefore.push(isSpaced);
      isSpaced = false;
    }
  }
  return squeezed;
};

/** Whether a mark is part of a name or number: VX-200 is a product, 1.5 and 10-15 are numbers. */
const isPartOfName = (text: string, at: number): boolean => {
  const char = text.charAt(at);
  if (char === '*') return /[0-9a-z*]/.test(text.charAt(at - 1));
  return (
    (char === '-' || char === '.' || char === '/') &&
    /[a-z0-9]/.test(text.charAt(at - 1)) &&
    /[0-9]/.test(text.charAt(at + 1))
  );
};

const maskedWords = (squeezed: string): MaskedWord[] => {
  const words: MaskedWord[] = [];
  let index = 0;
  while (index < squeezed.length) {
    const word = IS_LEAD[squeezed.charCodeAt(index)] === 1 ? maskedWordAt(squeezed, index) : null;
    if (word) words.push(word);
    index = word ? word.end : index + 1;
  }
  return words;
};

const maskedWordAt = (squeezed: string, start: number): MaskedWord | null => {
  const families = FAMILIES_BY_LEAD.get(squeezed.charAt(start));
  if (!families) return null;
  for (const { plain: plainWord, pattern } of families) {
    pattern.lastIndex = start;
    if (pattern.test(squeezed)) return { start, end: pattern.lastIndex, plain: plainWord };
  }
  SPOKEN_NUMBER.lastIndex = start;
  if (!SPOKEN_DIGITS.has(squeezed.charAt(start)) || !SPOKEN_NUMBER.test(squeezed)) return null;
  const end = SPOKEN_NUMBER.lastIndex;
  let plainWord = '';
  for (let index = start; index < end; index++) plainWord += SPOKEN_DIGITS.get(squeezed.charAt(index)) ?? '';
  return { start, end, plain: plainWord };
};
