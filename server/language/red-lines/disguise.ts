import { FAMILIES, HONEST, SPOKEN_DIGITS } from './homophones.ts';

/** A text without its disguises, and where each of its units came from in the folded text. */
export type Plain = {
  readonly text: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** Words that were written so as to pass a filter, by their place in `text`. */
  readonly masked: readonly { readonly plain: string; readonly start: number; readonly end: number }[];
};

/** Marks and pictures that can stand between letters and mean nothing there. Those that end a clause stay. */
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
for (const { plain, leads, pattern } of FAMILIES)
  for (const lead of leads) {
    const there = BY_LEAD.get(lead) ?? [];
    there.push({ plain, pattern: new RegExp(pattern, 'y') });
    BY_LEAD.set(lead, there);
  }
const SPOKEN = new RegExp(`[${Object.keys(SPOKEN_DIGITS).join('')}]{7,}`, 'y');
for (const digit of Object.keys(SPOKEN_DIGITS)) if (!BY_LEAD.has(digit)) BY_LEAD.set(digit, []);

/** Whether a text can hold a disguise or marks between letters at all. */
export function mayBeDisguised(text: string): boolean {
  for (const char of text)
    if (char === ' ' || BY_LEAD.has(char) || INSERTED[char.charCodeAt(0)] === 1 || TONED.has(char)) return true;
  return false;
}

type Unit = { char: string; at: number; spaced: boolean };

/**
 * Undoes what passes a filter: drops marks set between letters (V-X, 验-证-码), joins letters typed apart (加 微 信),
 * writes the word a homophone stands for, and digits for spoken ones. A space between words stays as a break.
 */
export function unmask(text: string): Plain {
  const units = squeeze(text);
  let squeezed = '';
  for (const { char } of units) squeezed += char;
  const out: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const masked: { plain: string; start: number; end: number }[] = [];
  const put = (piece: string, from: number, to: number): void => {
    for (const char of piece) {
      out.push(char);
      starts.push(units[from]?.at ?? 0);
      ends.push((units[to - 1]?.at ?? 0) + 1);
    }
  };
  const keep = (from: number, to: number): void => {
    for (let index = from; index < to; index++) {
      if (parts(units, index)) put(' ', index, index + 1);
      if (units[index]?.char !== HEART) put(units[index]?.char ?? '', index, index + 1);
    }
  };
  let done = 0;
  for (const { start, end, plain } of maskedWords(squeezed)) {
    keep(done, start);
    if (parts(units, start)) put(' ', start, start + 1);
    const from = out.length;
    put(plain, start, end);
    const written = squeezed.slice(start, end);
    const joined = (units[end - 1]?.at ?? 0) - (units[start]?.at ?? 0) === end - 1 - start;
    if (!HONEST.has(written) || !joined) masked.push({ plain, start: from, end: out.length });
    done = end;
  }
  keep(done, units.length);
  return { text: out.join(''), starts, ends, masked };
}

/** A space parts two words unless single letters stand on either side of it: 加 微 信. */
function parts(units: readonly Unit[], index: number): boolean {
  const here = units[index];
  if (!here?.spaced || index === 0) return false;
  const aloneBefore = units[index - 1]?.spaced ?? false;
  const aloneAfter = units[index + 1]?.spaced ?? false;
  return !aloneBefore && !aloneAfter;
}

function squeeze(text: string): Unit[] {
  const units: Unit[] = [];
  let spaced = false;
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at);
    if (char === ' ' || char === '…' || char === '~' || char === '\uE001') spaced = true;
    else if (INSERTED[char.charCodeAt(0)] === 0 || belongs(text, at)) {
      units.push({ char: TONED.get(char) ?? char, at, spaced });
      spaced = false;
    }
  }
  return units;
}

/** VX-200 is a product, 1.5 and 10-15 are numbers. */
function belongs(text: string, at: number): boolean {
  const char = text.charAt(at);
  if (char === '*') return /[0-9a-z]/.test(text.charAt(at - 1)) || text.charAt(at - 1) === '*';
  return (
    (char === '-' || char === '.' || char === '/') &&
    /[a-z0-9]/.test(text.charAt(at - 1)) &&
    /[0-9]/.test(text.charAt(at + 1))
  );
}

function* maskedWords(squeezed: string): Generator<{ start: number; end: number; plain: string }> {
  let at = 0;
  while (at < squeezed.length) {
    const found = maskedWordAt(squeezed, at);
    if (found) yield found;
    at = found ? found.end : at + 1;
  }
}

function maskedWordAt(squeezed: string, start: number): { start: number; end: number; plain: string } | null {
  const families = BY_LEAD.get(squeezed.charAt(start));
  if (!families) return null;
  for (const { plain, pattern } of families) {
    pattern.lastIndex = start;
    if (pattern.test(squeezed)) return { start, end: pattern.lastIndex, plain };
  }
  SPOKEN.lastIndex = start;
  if (!SPOKEN.test(squeezed)) return null;
  const end = SPOKEN.lastIndex;
  let plain = '';
  for (let at = start; at < end; at++) plain += SPOKEN_DIGITS[squeezed.charAt(at)] ?? '';
  return { start, end, plain };
}
