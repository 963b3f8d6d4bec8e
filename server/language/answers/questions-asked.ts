/** What a customer asks, piece by piece, and what kind of answer each piece wants. */

import { readText } from '#language/reading/clauses.ts';
import { memoize } from '#language/reading/memoize.ts';
import { isParticle } from '#language/reading/particles.ts';
import type { Value } from '#language/reading/value.ts';
import { SIMILARITY_THRESHOLDS } from '#language/terms/thresholds.ts';

/** One thing the customer asks. */
export type AnswerNeed = {
  text: string;
  /** The words that tell what it is about; a reply that uses one of them takes the question up. */
  topic: Topic;
  /** Kinds of value that answer it; null when no figure is asked for. */
  valueKinds: ReadonlySet<Value['kind']> | null;
  unitPattern: RegExp | null;
  isYesNo: boolean;
  asksHow: boolean;
};
export type Topic = { conceptIds: ReadonlySet<number>; bigrams: readonly string[]; chars: readonly string[] };

/** Words that ask for a quantity, with the kinds of value and the units that answer them. */
const QUANTITIES: readonly (readonly [asks: RegExp, kinds: readonly Value['kind'][], units: RegExp | null])[] = [
  [/多少钱|什么价|价位|价格多少|几块|怎么卖/, ['amount', 'percent', 'number'], null],
  [
    /什么时候|何时|几号|哪天|多久|几天|几小时|几个?(?:小时|钟头|月)|几年|几分钟|几点|多长时间|啥时候|到哪天|多快|几时|来得及/,
    ['duration', 'date', 'clock', 'number'],
    null,
  ],
  [/多大码|最大码|几码|什么码|多大的码|哪个码/, ['size', 'number'], null],
  [/几种|几个色|几色|几款/, ['measure', 'number'], /种|色|款|个/],
  [/多大|多长|多重|多高|多宽|容量|尺寸|重量/, ['measure', 'number', 'size'], null],
  [/多少|几[升节级层斤件个条片瓶包双米口]/, ['measure', 'number', 'percent', 'amount', 'duration', 'size'], null],
];
const YES_NO =
  /吗|么(?!样)|是不是|有没有|能不能|可不可以|会不会|要不要|[能会包支要用有含带行防].?不.{1,3}|不$|没$|没有$|真的/;
const HOW = /怎么(?!还|又|不|这|会|就|没|了$)|如何|咋(?!还|不|又)/;
const OPEN = /什么|啥|哪|为什么|区别|谁/;
const MAX_NEEDS = 6;

const needIn = (text: string): AnswerNeed | null => {
  const quantity = QUANTITIES.find(([asks]) => asks.test(text));
  const asksYesNo = YES_NO.test(text);
  if (!asksYesNo && /有几|好几/.test(text)) return null;
  const asksHow = HOW.test(text);
  const asksOpenly = OPEN.test(text);
  if (!quantity && !asksYesNo && !asksHow && !asksOpenly) return null;
  const valueKinds = quantity && !(asksYesNo && !/多少|几/.test(text)) ? new Set(quantity[1]) : null;
  return {
    text,
    topic: topicOf(text),
    valueKinds,
    unitPattern: quantity?.[2] ?? null,
    isYesNo: asksYesNo && !valueKinds && !asksHow && !asksOpenly,
    asksHow,
  };
};

/** Whether a character tells what is talked about. */
export const isTopical = (charCode: number): boolean => {
  return charCode >= 0x3400 && charCode <= 0x9fff && !UNTOPICAL_CHARS.has(charCode);
};

const topicOf = (text: string): Topic => {
  const reading = readText(text);
  const plain = reading.clauses.map((clause) => clause.plain).join('');
  return {
    conceptIds: new Set(
      reading.tokens.filter((token) => token.weight > SIMILARITY_THRESHOLDS.telling).map((token) => token.id),
    ),
    bigrams: bigramsIn(plain),
    chars: [...new Set(text)].filter((char) => isTopical(char.charCodeAt(0)) && !isParticle(char)),
  };
};

/** Pairs of neighbouring topical characters. */
export const bigramsIn = (plain: string): string[] => {
  const bigrams: string[] = [];
  for (let i = 0; i + 1 < plain.length; i++)
    if (isTopical(plain.charCodeAt(i)) && isTopical(plain.charCodeAt(i + 1))) bigrams.push(plain.slice(i, i + 2));
  return bigrams;
};

/** The questions in a folded text, in order; events in brackets are left out. */
export const needsOf = memoize((text): readonly AnswerNeed[] => {
  const needs: AnswerNeed[] = [];
  for (const piece of text.replace(/\([^()]{0,60}\)/g, '').split(/[,。;!?\n\s]+/)) {
    const need = piece.length < 2 ? null : needIn(piece);
    if (need) needs.push(need);
    if (needs.length === MAX_NEEDS) break;
  }
  return needs;
});

/** For a customer's text without a recognisable question: no figure, step or yes or no is wanted of the answer. */
export const anyNeed = memoize(
  (text): AnswerNeed => ({
    text,
    topic: topicOf(text),
    valueKinds: null,
    unitPattern: null,
    isYesNo: false,
    asksHow: false,
  }),
);

const UNTOPICAL_CHARS = new Set([...'可以不能没什么多少怎几'].map((char) => char.charCodeAt(0)));
