/**
 * Makes a true sentence wrong: changes one figure, or reverses one word that decides. The result must contradict the
 * original, so sentences that could still be true, or that nobody would write, are left out.
 */

import { toTenth } from '#scoring/log/arithmetic.ts';

/** Values people mix up, by unit. */
const USUAL: Readonly<Record<string, readonly number[]>> = {
  天: [3, 5, 7, 10, 15, 30, 60, 90],
  小时: [2, 6, 12, 24, 48, 72],
  分钟: [5, 10, 15, 30],
  个工作日: [1, 3, 5, 7, 15],
  个自然日: [3, 7, 15, 30],
  个月: [3, 6, 9, 12, 18],
  年: [1, 2, 3, 5],
  次: [1, 2, 3, 5],
  折: [80, 85, 90, 95, 98],
};
/** Units for which a doubled figure looks made up. */
const NEAR = ['%', '℃', '分贝'];
const UNITS = [
  ...Object.keys(USUAL),
  ...NEAR,
  ...'元 件 张 升 千克 公斤 克 厘米 毫米 mm W 寸 枚 颗 个 档 斤 包 套 千焦'.split(' '),
].sort((a, b) => b.length - a.length);
/** A figure that can be changed alone: no end of a range, no part of a sum or a clock time, no base of a rate. */
const FIGURE = new RegExp(
  `(?<![\\d.:到至第每×*÷=/-])(\\d+(?:\\.\\d+)?)(${UNITS.join('|')})(?!内最多|[到至对×÷=])`,
  'g',
);
const OFF = /(?<=满\d+减)(\d+)/g;
const HOUR = /(?<!\d)(\d{2})(:00)(?=前(付款)?)/g;

/** Words that decide, and what people say instead. */
const TURNS: readonly (readonly [says: RegExp, mistaken: string])[] = [
  [/买家出/g, '店铺出'],
  [/店铺出/g, '买家出'],
  [/由店铺举证/g, '由买家举证'],
  [/签收次日/g, '发货次日'],
  [/包装不影响退货/g, '包装就不能退货'],
  [/可以拒收/g, '不可以拒收'],
  [/不支持/g, '支持'],
  // Not before 能退: …不支持七天，没有汗渍就能退 would contradict itself.
  [/(?<!不|照样)支持七天(?!.*能退)/g, '不支持七天'],
  [/不防水/g, '防水'],
  [/(?<!能.*)不能(?!.*能|做什么)/g, '能'],
  [/没有(?=[^，、；。]{2,4}$)(?!这个)/g, '有'],
  [/(?<!是.*)不是(?=[^，、；。]{2,5}$)/g, '是'],
  [/不带(?!罩)/g, '带'],
];

const MAX_FACTOR = 3;
const SMALL = 10;

/** Other values for a figure, none so far off that nobody would say it. */
const otherValues = (figure: number, unit: string): number[] => {
  const usual = (USUAL[unit] ?? []).filter((other) => other >= figure / MAX_FACTOR && other <= figure * MAX_FACTOR);
  if (usual.length > 0) return usual;
  // Shares of an active ingredient: 4% is taken for 8%, not for 14%.
  if (unit === '%' && figure < SMALL) return [figure * 2, figure * 3, figure * 5];
  if (NEAR.includes(unit))
    return [figure - 20, figure - 10, figure + 10, figure + 20].filter((other) => unit !== '%' || other < 100);
  if (figure < SMALL)
    return Number.isInteger(figure) ? [figure - 1, figure + 2, figure * 2] : [figure / 2, figure * 1.5, figure * 2];
  if (unit === '元') {
    const step = Math.max(SMALL, Math.round(figure / 100) * SMALL);
    return [figure - step, figure + step, figure + 2 * step];
  }
  const round = figure % 5 === 0 ? 5 : 1;
  return [figure * 0.5, figure * 0.75, figure * 1.25, figure * 1.5].map((other) => Math.round(other / round) * round);
};

const UPPER_BOUND = /(?:不超过[^，、；。\d]*|超过|过了|停|在途|满)$/;
const LOWER_BOUND = /(?:不少于|至少|放得下|装得下|保温|质保|价保)$/;
const FEWER = /^(?:起|后|出货|最多|内(?:退款|回|交|必|给|建|要|发|开|办))/;
const MORE = /^(?:内|以内|以上|价保)/;

/**
 * The direction in which a figure must change to be wrong for every reader: a promise of 48 hours also keeps one of 72,
 * who may exchange for 15 days may do so for 7, and what holds after 48 hours without news holds after 72. 0: either
 * way.
 */
const direction = (factorBefore: string, factorAfter: string): -1 | 0 | 1 => {
  if (UPPER_BOUND.test(factorBefore)) return -1;
  if (LOWER_BOUND.test(factorBefore)) return 1;
  if (FEWER.test(factorAfter)) return -1;
  return MORE.test(factorAfter) ? 1 : 0;
};

const digits = (value: number): string => String(toTenth(value));
const times = (text: string, value: string): number =>
  [...text.matchAll(/\d+(?:\.\d+)?/g)].filter(([match]) => match === value).length;
/**
 * Whether a figure with this unit is also written in Chinese numerals: changing 7天 beside 七天 contradicts the sentence,
 * not the card.
 */
const isSpeltOut = (text: string, unit: string): boolean =>
  unit !== '' && new RegExp(`[一二三四五六七八九十两半]${unit}`).test(text);

type Figure = { at: number; value: string; unit: string; others: readonly number[] };

function* figures(text: string): Iterable<Figure> {
  for (const { index: at, 0: figureText, 1: value = '', 2: unit = '' } of text.matchAll(FIGURE)) {
    const figure = Number(value);
    const replacement = direction(text.slice(0, at), text.slice(at + figureText.length));
    yield {
      at,
      value,
      unit,
      others: otherValues(figure, unit).filter(
        (other) => replacement === 0 || Math.sign(other - figure) === replacement,
      ),
    };
  }
  for (const { index: at, 0: value } of text.matchAll(OFF))
    yield { at, value, unit: '', others: [Number(value) + 10, Number(value) * 2] };
  // A payment hour moves later, an answering hour earlier. The other way round the sentence stays true: what is paid
  // earlier is still sent today, and an answer by 18:00 is an answer by 20:00, too.
  for (const { index: at, 1: value = '', 2: unit = '', 3: paidPart } of text.matchAll(HOUR))
    yield { at, value, unit, others: [Number(value) + (paidPart === undefined ? -2 : 2)].filter((hour) => hour < 24) };
}

/** Every wrong form of `text`. `contextText`: all sentences on the same thing, `text` included. */
export const wrongFormsOf = (text: string, contextText: readonly string[]): string[] => {
  const matched = contextText.join('\n');
  const forms: string[] = [];
  if (!/[÷×=]/.test(text))
    for (const { at, value, unit, others: instead } of figures(text)) {
      if (times(text, value) !== 1 || isSpeltOut(text, unit)) continue;
      for (const other of instead.map(digits)) {
        // Whole numbers stay whole, and a figure that occurs elsewhere on the card is left out: it may be true of
        // something else.
        const isNewDecimal = other.includes('.') && !value.includes('.');
        if (other === value || isNewDecimal || Number(other) <= 0 || times(matched, other) > 0) continue;
        forms.push(`${text.slice(0, at)}${other}${text.slice(at + value.length)}`);
      }
    }
  for (const [sentence, mistaken] of TURNS) {
    if ([...text.matchAll(sentence)].length !== 1) continue;
    // Who pays: where one sentence names both sides, a reversed half may describe the other half.
    if (mistaken.endsWith('出') && text.includes(mistaken)) continue;
    forms.push(text.replace(sentence, mistaken));
  }
  return [...new Set(forms)].filter((form) => !matched.includes(form));
};

const MIN_CHARS = 8;
const MAX_CHARS = 70;
const PAIRS = ['（）', '“”', '「」'] as const;

/** The sentences of a card that can stand alone. */
export const sentences = (text: string): string[] =>
  text
    .split(/[。；]/)
    .map((part) => part.trim())
    .filter((part) => part.length >= MIN_CHARS && part.length <= MAX_CHARS)
    .filter((part) =>
      PAIRS.every(
        ([openQuote = '', closeQuote = '']) => part.split(openQuote).length === part.split(closeQuote).length,
      ),
    );
