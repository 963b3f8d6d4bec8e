/** The figures that are right in a case, wherever it names them, and who bears which fee in it. */

import type { Clause, StatedValue } from '#language/reading/clause.ts';
import { isSameValue } from '#language/reading/same-value.ts';
import type { Value } from '#language/reading/value.ts';
import type { Party } from '#language/terms/party.ts';
import { readAuthored, valuesInAuthored } from './authored-texts.ts';

export type RightFigures = {
  /** What right wordings, the customer and the order's records name. */
  figures: readonly Value[];
  /** Sums of the story, and what goods cost before anything was taken off, in yuan. */
  sums: readonly number[];
  prices: readonly number[];
  /** What one coupon takes off, in yuan. */
  coupons: readonly number[];
  /** Numbers to dial or to quote, and the point that names them first. */
  numbers: readonly { point: string; digits: string }[];
  /** Fees that one side alone bears in this case, by their names, and the points whose right words name them. */
  borne: readonly { names: readonly string[]; by: Party; points: readonly string[] }[];
};

/** Fees that somebody may have to pay, each by its names. */
const FEES: readonly (readonly string[])[] = [
  ['转寄'],
  ['特快'],
  ['差价', '补差', '同价', '加钱'],
  ['运费', '邮费', '快递费', '快递钱', '邮钱'],
];

export const holds = (text: string, words: readonly string[]): boolean => words.some((word) => text.includes(word));

const isFlat = ({ isQuestion, isConditional, isOfOtherCase, isRetracted }: Clause): boolean =>
  !(isQuestion || isConditional || isOfOtherCase || isRetracted);

/** Right texts of the case, and of which point they are. */
export type RightTexts = readonly { point: string | null; text: string }[];

/** Fewer digits are a sum, a size or the end of an order's number. */
const SHORTEST_NUMBER = 5;

/** The digits of a number that is dialled or quoted, null for any other figure. */
export const digitsOf = ({ kind, quantity }: Value): string | null =>
  kind === 'number' && Number.isInteger(quantity) && `${quantity}`.length >= SHORTEST_NUMBER ? `${quantity}` : null;

/** The numbers that points tell right. */
export const numbersOf = (texts: RightTexts): RightFigures['numbers'] =>
  texts.flatMap(({ point, text }) =>
    valuesInAuthored(text).flatMap((value) => {
      const digits = digitsOf(value);
      return digits === null || point === null ? [] : [{ point, digits }];
    }),
  );

/** Clauses with this word are left out: insurance pays part of what the customer bears. */
const INSURED = '险';

/** The fees that right texts lay on one side and never on the other; each clause is of the first fee it names. */
export const feesBorne = (texts: RightTexts): RightFigures['borne'] => {
  const readings = texts.map(({ point, text }) => ({ point, reading: readAuthored(text) }));
  const named = readings.flatMap(({ point, reading }) =>
    reading.clauses.filter(isFlat).flatMap(({ payer, start, end }) => {
      const text = reading.text.slice(start, end);
      return text.includes(INSURED) ? [] : [{ names: feeIn(text), payer, point }];
    }),
  );
  return FEES.flatMap((names) => {
    const told = named.filter((fee) => fee.names === names);
    const payers = new Set(told.flatMap(({ payer }) => payer ?? []));
    const [by] = payers;
    if (by === undefined || payers.size > 1) return [];
    const bears = told.filter(({ payer }) => payer === by);
    // Points that tell who bears the fee come before those that only name it.
    const points = [...new Set([...bears, ...told].flatMap(({ point }) => point ?? []))];
    return points.length === 0 ? [] : [{ names, by, points }];
  });
};

/** The fee a text names, by its names: 转寄费 before 费, since the shop may bear one and the customer the other. */
export const feeIn = (text: string): readonly string[] | undefined => FEES.find((names) => holds(text, names));

export const figuresIn = (texts: readonly string[]): Value[] => texts.flatMap((text) => valuesInAuthored(text));

const CENT = 0.005;
const isSameSum = (a: number, b: number): boolean => Math.abs(a - b) < CENT;
/** Most pieces a sum may be shared among. */
const MAX_PIECES = 12;
/** In a clause with this word the full price of goods is no right sum: it isn't what comes back. */
const GIVES_BACK = '退';

/** Whether a figure is one of the case's own, or comes from them: a share of a sum, a sum with the coupon, the turn's own reckoning. */
export const isRightSum = (facts: RightFigures, said: Value, clause: string, turn: readonly StatedValue[]): boolean => {
  if (facts.figures.some((figure) => isSameValue(figure, said))) return true;
  if (said.kind !== 'amount' && said.kind !== 'number') return false;
  const { quantity } = said;
  const own = facts.figures.flatMap((figure) =>
    figure.kind === 'amount' || figure.kind === 'number' ? [figure.quantity] : [],
  );
  const known = [...own, ...facts.sums, ...(clause.includes(GIVES_BACK) ? [] : facts.prices)];
  if (known.some((sum) => isSameSum(sum, quantity))) return true;
  for (let many = 2; many <= MAX_PIECES; many++)
    if (known.some((sum) => Math.abs(sum - quantity * many) < CENT * many * 2 || isSameSum(sum * many, quantity)))
      return true;
  if (
    known.some((sum) =>
      facts.coupons.some((coupon) => isSameSum(sum - coupon, quantity) || isSameSum(sum + coupon, quantity)),
    )
  )
    return true;
  // Each sum once: a turn of two thousand characters names hundreds, few of them different and right.
  const rightHere = [...new Set(turn.map((value) => value.quantity))].filter((sum) =>
    known.some((right) => isSameSum(right, sum)),
  );
  return rightHere.some((left) =>
    rightHere.some((right) => isSameSum(left + right, quantity) || isSameSum(left - right, quantity)),
  );
};
