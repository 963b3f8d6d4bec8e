import { traditionalPairs } from './traditional.ts';

/** Characters read of any text: nobody types as many. */
export const LONGEST_TEXT = 10_000;

/** Characters that stand in for emoji with a meaning (private use area, so that typed text doesn't contain them by chance). */
export const EMOJI = { other: '\uE000', warm: '\uE001', mocking: '\uE002', heart: '\uE003' } as const;

/**
 * A text folded for matching, and where each of its UTF-16 units came from.
 * `text[i]` stands for `original.slice(starts[i], ends[i])`; nothing is reordered.
 */
export type NormalText = { readonly text: string; readonly origins: Origins | null };
/** Null where each unit stands for the one at its own place, which is so for most typed text. */
type Origins = { readonly starts: readonly number[]; readonly ends: readonly number[] };

const DROP = 0;
const LOOK_UP = 0xffff;

const buildFold = (): Uint16Array => {
  const fold = new Uint16Array(0x10000).fill(LOOK_UP);
  for (let unit = 0x20; unit < 0x7f; unit++) fold[unit] = unit;
  for (let unit = 0x41; unit <= 0x5a; unit++) fold[unit] = unit + 0x20;
  for (let unit = 0x3400; unit <= 0x9fff; unit++) fold[unit] = unit;
  for (let unit = 0xff01; unit <= 0xff5e; unit++) fold[unit] = unit - 0xfee0;
  for (let unit = 0xff21; unit <= 0xff3a; unit++) fold[unit] = unit - 0xfee0 + 0x20;
  for (const unit of [0x200b, 0x200c, 0x200d, 0x2060, 0xfeff, 0xad, 0x20e3, 0x200e, 0x200f]) fold[unit] = DROP;
  for (let unit = 0xfe00; unit <= 0xfe0f; unit++) fold[unit] = DROP;
  for (let unit = 0x300; unit <= 0x36f; unit++) fold[unit] = DROP;
  for (let unit = 0x202a; unit <= 0x202e; unit++) fold[unit] = DROP;
  for (let unit = 0; unit < 0x20; unit++) fold[unit] = unit === 0x0a ? unit : 0x20;
  for (const mark of '，。；：？！（）、“”‘’【】《》—…·～￥') fold[mark.charCodeAt(0)] = mark.charCodeAt(0);
  const marks = '，,；;：:？?！!（(）)～~￥¥“"”"‘\'’\'';
  for (let i = 0; i < marks.length; i += 2) fold[marks.charCodeAt(i)] = marks.charCodeAt(i + 1);
  for (const [traditional, simplified] of traditionalPairs()) fold[traditional] = simplified;
  fold['❤'.charCodeAt(0)] = EMOJI.heart.charCodeAt(0);
  fold['♥'.charCodeAt(0)] = EMOJI.heart.charCodeAt(0);
  fold['➕'.charCodeAt(0)] = '+'.charCodeAt(0);
  return fold;
};

const FOLD = buildFold();

const WARM = new Set([...'😊😄😁😀🙂🥰😘😍🤗🙏🌹🎉💕💖💗💓💝👍😃😆☺🤝🌸💐']);
const HEARTS = new Set([...'❤♥💕💖💗💓💝💘🧡💛💚💙💜🤍🖤']);
const MOCKING = new Set([...'🙄😒😤💢😡🤬🖕😑😏🤡💩👎']);

/** Emoji that stand for a word in the middle of a sentence: 收款🐎, 🧧5元. */
const EMOJI_WORDS = new Map([
  ['🧧', '红包'],
  ['🐎', '马'],
  ['🐴', '马'],
  ['🐧', '企鹅'],
  ['🀄', '中'],
  ['🈳', '空'],
  ['🐟', '鱼'],
  ['🐠', '鱼'],
  ['🛰', '卫星'],
  ['📱', '手机'],
  ['📞', '电话'],
  ['📧', '邮箱'],
  ['✉', '邮箱'],
]);

/** Folds width, case, traditional characters, emoji; strips zero-width and combining marks. Keeps an index map. */
export const normalise = (original: string): NormalText => {
  const length = Math.min(original.length, LONGEST_TEXT);
  const units: number[] = [];
  for (let i = 0; i < length; i++) {
    const folded = FOLD[original.charCodeAt(i)] as number;
    if (folded === LOOK_UP || folded === DROP) return normaliseFrom(original, i, length, units);
    units.push(folded);
  }
  return { text: textOf(units), origins: null };
};

/** Continues at `from`; up to there each unit stands for itself. */
const normaliseFrom = (original: string, from: number, length: number, units: number[]): NormalText => {
  const starts = units.map((_, index) => index);
  const ends = starts.map((start) => start + 1);
  let at = from;
  while (at < length) {
    const unit = original.charCodeAt(at);
    const folded = FOLD[unit] ?? LOOK_UP;
    if (folded !== LOOK_UP) {
      if (folded !== DROP) {
        units.push(folded);
        starts.push(at);
        ends.push(at + 1);
      }
      at += 1;
      continue;
    }
    const codePoint = original.codePointAt(at) ?? unit;
    const end = at + (codePoint > 0xffff ? 2 : 1);
    for (const foldedUnit of foldLookedUp(codePoint)) {
      units.push(foldedUnit);
      starts.push(at);
      ends.push(end);
    }
    at = end;
  }
  return { text: textOf(units), origins: { starts, ends } };
};

const textOf = (units: readonly number[]): string => {
  if (units.length <= 4096) return String.fromCharCode(...units);
  // fromCharCode takes its units as arguments: a long list of them overflows the stack, so it gets 4096 at a time.
  let text = '';
  for (let i = 0; i < units.length; i += 4096) text += String.fromCharCode(...units.slice(i, i + 4096));
  return text;
};

const foldLookedUp = (codePoint: number): number[] => {
  const letter = letterOf(codePoint);
  if (letter !== null) return [letter];
  const char = String.fromCodePoint(codePoint);
  if (HEARTS.has(char)) return [EMOJI.heart.charCodeAt(0)];
  if (WARM.has(char)) return [EMOJI.warm.charCodeAt(0)];
  if (MOCKING.has(char)) return [EMOJI.mocking.charCodeAt(0)];
  const emojiWord = EMOJI_WORDS.get(char);
  if (emojiWord) return unitsOf(emojiWord);
  if (codePoint > 0xffff) {
    const folded = char.normalize('NFKC').toLowerCase();
    return folded === char ? [EMOJI.other.charCodeAt(0)] : unitsOf(folded);
  }
  return unitsOf(char.normalize('NFKC').toLowerCase());
};

const unitsOf = (text: string): number[] => {
  const units: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const folded = FOLD[text.charCodeAt(i)] ?? LOOK_UP;
    if (folded === LOOK_UP) units.push(text.charCodeAt(i));
    else if (folded !== DROP) units.push(folded);
  }
  return units;
};

/** 🅥 🆅 Ⓥ and regional letters spell contact accounts past a filter; NFKC leaves most of them alone. */
const letterOf = (codePoint: number): number | null => {
  for (const [first, last] of LETTER_RANGES)
    if (codePoint >= first && codePoint <= last) return 0x61 + ((codePoint - first) % 26);
  return null;
};

const LETTER_RANGES = [
  [0x1f130, 0x1f149],
  [0x1f150, 0x1f169],
  [0x1f170, 0x1f189],
  [0x1f1e6, 0x1f1ff],
  [0x24b6, 0x24cf],
  [0x24d0, 0x24e9],
] as const;

/** The original span behind `[start, end)` of the folded text; with the 几 of 几十块, which 十块 alone would belie (RULES T97). */
export const originalSpan = (normal: NormalText, start: number, end: number): { start: number; end: number } => {
  const { text, origins } = normal;
  const lastIndex = text.length - 1;
  if (lastIndex < 0) return { start: 0, end: 0 };
  const isRough = /(?<![晚早])[几上][十百千万]$/.test(text.slice(Math.max(0, start - 2), start + 1));
  const firstUnit = Math.min(Math.max(start - Number(isRough), 0), lastIndex);
  const lastUnit = Math.min(Math.max(end - 1, 0), lastIndex);
  const originalStart = origins ? (origins.starts[firstUnit] ?? 0) : firstUnit;
  const originalEnd = origins ? (origins.ends[lastUnit] ?? originalStart) : lastUnit + 1;
  return { start: originalStart, end: Math.max(originalStart, originalEnd) };
};
