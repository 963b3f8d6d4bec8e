import type { TypingLibrary } from '#library/load-typing.ts';
import { toTenth } from '#scoring/log/arithmetic.ts';

export type Rates = NonNullable<TypingLibrary['rates']>;

/** Whole right characters a minute of the part's whole time. */
export const speedOf = (right: number, ms: number): number => Math.floor((right * 60_000) / ms);

/**
 * A speed as a mark: the pass mark at the rubric's passing speed, a hundred at its excellent one, straight lines from
 * nought and between, to a tenth (RULES O5).
 */
export const typingMark = (speed: number, rates: Rates, passMark: number): number => {
  if (speed >= rates.excellent) return 100;
  const mark =
    speed < rates.pass
      ? (speed * passMark) / rates.pass
      : passMark + ((speed - rates.pass) * (100 - passMark)) / (rates.excellent - rates.pass);
  return toTenth(mark);
};
