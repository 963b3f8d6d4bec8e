/**
 * Every figure of a question is recomputed (RULES B20): one that its stem, explanation or right option writes stands on
 * what the question rests on, or is named as `given`; sums come out; what a formula reckons with is written in one of them.
 */
import { say } from '#i18n/say.ts';
import type { Fault, Path } from '#library/diagnostics/diagnostics.ts';
import { type Draw, drawnValues, filled, NO_SHOP } from '#library/questions/calculation.ts';
import { citationOf, rightPlaces, type Sources, sourcesOf } from '#library/questions/to-bank.ts';
import type { AuthoredQuestion } from '#library/schema/questions.ts';
import type { ShopFacts } from '#library/variations/shop-facts.ts';
import type { Value, Values } from '#library/variations/value.ts';
import { constantsIn } from './constants.ts';
import { equationsIn } from './equations.ts';
import { type Figure, figuresIn, keyOfNumber, numeralsIn, offersIn, takenIn } from './figures.ts';

export type FigureLibrary = Sources & {
  /** The text of a section of docs/trade.md; null: it isn't at hand, and questions that rest on it aren't checked. */
  tradeText: (section: string) => string | null;
};
export type FormulaOf = { calculation: Draw | null; facts: ShopFacts | undefined };

const code = 'question-figure';
const CENTS = 100;
type Written = { field: string; text: string };
type Known = {
  /** Figures by what they are. */
  keys: ReadonlySet<string>;
  /** Numerals of a section in another language, whose units aren't read. */
  numbers: ReadonlySet<number>;
  /** Every numeral of the sources: a sum may be made of 7天 and 双倍. */
  operands: ReadonlySet<number>;
  offers: ReadonlySet<string>;
  taken: ReadonlySet<number>;
};

/** The faults of one question; a formula that can't be drawn is reported by `checkFormula`. */
export function* checkFigures(
  question: AuthoredQuestion,
  { calculation, facts = NO_SHOP }: FormulaOf,
  path: Path,
  library: FigureLibrary,
): Iterable<Fault> {
  const texts = sourcesOf(question).map((source) => textOf(source, question.shop, library));
  if (texts.includes(null)) return;
  const legal = calculation === null ? [] : drawnValues(calculation, facts).legal;
  const written = writtenIn(question);
  const sums = written.flatMap(({ field, text }) =>
    filledWith(text, legal).flatMap((whole) => equationsIn(whole).map((sum) => ({ field, ...sum }))),
  );
  for (const field of new Set(written.map((one) => one.field))) {
    const wrong = sums.find((sum) => sum.field === field && !sum.isRight);
    if (wrong !== undefined)
      yield { code, path: [...path, field], message: say('checker:bank.sum-wrong', { sum: wrong.text }) };
  }
  const reckoned = [...sums.flatMap(({ isRight, right }) => (isRight ? [right] : [])), ...fixedIn(legal)];
  const onSource = knownIn(question, texts.join('。'));
  const known = { ...onSource, keys: new Set([...onSource.keys, ...reckoned.map(keyOfNumber)]) };
  yield* checkWritten(question, written, known, path);
  if (calculation !== null) yield* checkConstants(question, { facts, known: onSource, written }, path);
}

const textOf = (source: string, shopId: string | undefined, library: FigureLibrary): string | null => {
  const citation = citationOf(source, shopId, library);
  if (citation === null) return null;
  if (citation.section === 'trade') return library.tradeText(source);
  const product = library.shops.get(shopId ?? '')?.products.find(({ id }) => id === source);
  const more =
    product === undefined ? [] : [`${product.price / CENTS}元`, ...product.doubts.map(({ answer }) => answer)];
  return [citation.title, citation.text, ...more].join('。');
};

/** What is told as right: the stem of a wrong judgement isn't, but what it changes has to be named as given. */
const writtenIn = (question: AuthoredQuestion): Written[] => {
  const { stem, why, options = [] } = question;
  const right = (rightPlaces(question) ?? []).flatMap((place) => options[place] ?? []);
  return [
    { field: 'stem', text: stem },
    { field: 'why', text: why },
    ...right.map((text) => ({ field: 'options', text })),
  ];
};

/** A text without a sum needs no filling. */
const filledWith = (text: string, legal: readonly Values[]): string[] =>
  legal.length === 0 || !text.includes('=') ? [text] : legal.map((values) => filled(text, values).text);

const numberOf = (value: Value | undefined): number | null => {
  if (value?.kind === 'money') return value.cents / CENTS;
  return value?.kind === 'number' ? value.number : null;
};
/** What a formula always reckons to, whatever is drawn: 38 of 237-199. */
const fixedIn = (legal: readonly Values[]): number[] => {
  const [first = {}] = legal;
  return Object.keys(first).flatMap((name) => {
    const [one, ...others] = new Set(legal.map((values) => numberOf(values[name])));
    return others.length > 0 || one === undefined || one === null ? [] : [one];
  });
};

const knownIn = (question: AuthoredQuestion, text: string): Known => {
  const figures = figuresIn(text);
  const isTrade = sourcesOf(question).some((source) => source.startsWith('trade-'));
  return {
    keys: new Set(figures.flatMap(({ key, other }) => [key, other])),
    numbers: new Set(isTrade ? numeralsIn(text) : []),
    operands: new Set([...numeralsIn(text), ...figures.flatMap(({ numbers }) => numbers)]),
    offers: new Set(offersIn(text)),
    taken: new Set(takenIn(text)),
  };
};

const isKnown = ({ keys, numbers, operands }: Known, figure: Figure): boolean =>
  keys.has(figure.key) ||
  figure.numbers.every((number) => numbers.has(number)) ||
  (figure.isOperand && figure.numbers.every((number) => operands.has(number)));

function* checkWritten(
  question: AuthoredQuestion,
  written: readonly Written[],
  known: Known,
  path: Path,
): Iterable<Fault> {
  const { given = [] } = question;
  const needed = new Set<number>();
  const isGiven = (number: number): boolean => {
    if (given.includes(number)) needed.add(number);
    return given.includes(number);
  };
  const isGivenOrReckoned = (number: number): boolean => isGiven(number) || known.keys.has(keyOfNumber(number));
  for (const { field, text } of written) {
    const at = [...path, field];
    for (const figure of figuresIn(text))
      if (!isKnown(known, figure) && !figure.numbers.map(isGivenOrReckoned).every(Boolean))
        yield { code, path: at, message: say('checker:bank.figure', { figure: figure.written }) };
    for (const offer of offersIn(text))
      if (!known.offers.has(offer) && !offer.split('-').map(Number).every(isGiven))
        yield { code, path: at, message: say('checker:bank.figure', { figure: offerSaid(offer) }) };
    for (const take of takenIn(text))
      if (!known.taken.has(take) && !isGiven(take))
        yield { code, path: at, message: say('checker:bank.figure', { figure: `减${take}` }) };
  }
  for (const [index, number] of given.entries())
    if (!needed.has(number))
      yield { code, path: [...path, 'given', index], message: say('checker:bank.given', { number }) };
}

const offerSaid = (offer: string): string => {
  const [least, take] = offer.split('-');
  return `满${least}减${take}`;
};

/** What a formula reckons with is written in the question, where it is checked, or on what the question rests on. */
function* checkConstants(
  question: AuthoredQuestion,
  { facts, known, written }: { facts: ShopFacts; known: Known; written: readonly Written[] },
  path: Path,
): Iterable<Fault> {
  const at = [...path, 'reckon'];
  const own = written.flatMap(({ text }) => figuresIn(text));
  const ownOffers = written.flatMap(({ text }) => offersIn(text));
  const keys = new Set([...known.keys, ...own.flatMap(({ key, other }) => [key, other])]);
  const numbers = new Set([...known.numbers, ...own.flatMap((figure) => figure.numbers)]);
  const isWritten = (number: number) => keys.has(keyOfNumber(number)) || numbers.has(number);
  const { offers, money, shares, coupons, numbers: plain } = constantsIn(question);
  const promised = [...offers, ...coupons.flatMap((id) => couponOf(facts, id))];
  const offersSaid = promised.map(({ least, take }) => `${least / CENTS}-${take / CENTS}`);
  const odd = [
    ...offersSaid.filter((offer) => !ownOffers.includes(offer) && !known.offers.has(offer)).map(offerSaid),
    ...money.filter((cents) => cents !== 0 && !isWritten(cents / CENTS)).map((cents) => `${cents / CENTS}元`),
    ...shares.filter((share) => !isWritten(share)).map((share) => `${share * CENTS}%`),
    ...plain.filter((number) => !isWritten(number) && !isWritten(number / CENTS)).map(String),
  ];
  for (const figure of odd) yield { code, path: at, message: say('checker:bank.figure', { figure }) };
}

const couponOf = ({ coupons }: ShopFacts, id: string): { least: number; take: number }[] => {
  const coupon = coupons[id];
  return coupon === undefined ? [] : [{ least: coupon.least, take: coupon.amount }];
};
