/** Figures as a question and what it rests on write them. */
import { normalise } from '#language/reading/normalise.ts';
import { numeralAt } from '#language/reading/numerals.ts';
import type { Value } from '#language/reading/value.ts';
import { valuesIn } from '#language/reading/values.ts';

/**
 * `key`: what it is and how much, so that 24小时 is 1天 and no 24元; `other`: the plain number that a share is (两成 is 0.2),
 * otherwise the same. `numbers`: the numerals alone, of a
 * date or time each of its own. `isOperand`: it stands in a written sum.
 */
export type Figure = { written: string; key: string; other: string; numbers: readonly number[]; isOperand: boolean };

/** Kinds of which 40 is another thing than 40元. */
const OF_ITS_KIND: readonly Value['kind'][] = ['duration', 'clock', 'date', 'percent'];
/** Shares and multiples are figures in either writing: 两成, 双倍, 95折. */
const SHARE = /[倍成折]/;
/** The right's name, not a figure of it. */
const SEVEN_DAYS = /七天(?=无理由)/g;
const OPERATOR = /[+\-×÷=*/]/;
/** A slot of a text whose numbers are drawn. */
const SLOT = /【[^】]*】/g;

/** Every numeral written in digits, whatever it counts. */
export const numeralsIn = (text: string): number[] =>
  [...text.matchAll(/\d+(?:\.\d+)?/g)].map(([digits]) => Number(digits));

const keyOf = (kind: Value['kind'], quantity: number): string =>
  `${OF_ITS_KIND.includes(kind) ? kind : 'number'} ${Math.round(quantity * 1e6) / 1e6}`;
export const keyOfNumber = (number: number): string => keyOf('number', number);

/** The figures written in digits, and those in words that are money, spans, shares or multiples; slots have none. */
export const figuresIn = (text: string): Figure[] => {
  const folded = normalise(text.replace(SLOT, '某').replace(SEVEN_DAYS, '').replaceAll('双倍', '2倍')).text;
  return valuesIn(folded).flatMap(({ kind, quantity, low, start, end }) => {
    const written = folded.slice(start, end);
    const isSaid = kind === 'amount' || kind === 'duration' || kind === 'percent' || SHARE.test(written);
    if (!/\d/.test(written) && !isSaid) return [];
    const isOperand = OPERATOR.test(folded.charAt(start - 1)) || OPERATOR.test(folded.charAt(end));
    const digits = numeralsIn(written);
    const inWords = kind === 'percent' ? quantity * 100 : (numeralAt(folded, start)?.number ?? quantity);
    const numbers = digits.length > 0 ? digits : [inWords];
    const ends = low === quantity ? [quantity] : [low, quantity];
    return ends.map((amount) => {
      const key = keyOf(kind, amount);
      return { written, key, other: kind === 'percent' ? keyOfNumber(amount) : key, numbers, isOperand };
    });
  });
};

const PAIR = /满(\d+(?:\.\d+)?)元?减(\d+(?:\.\d+)?)/g;
const TAKE = /减(\d+(?:\.\d+)?)(?!\d|[件双箱只])/g;

/** The offers a text names, `300-40` for 满300减40. */
export const offersIn = (text: string): string[] =>
  [...text.matchAll(PAIR)].map(([, least, take]) => `${least}-${take}`);
/** What a text says is taken off: 40 of 只减40. */
export const takenIn = (text: string): number[] =>
  [...text.replace(/(\d)[-－](\d)/g, '$1 $2').matchAll(TAKE)].map(([, take]) => Number(take));
