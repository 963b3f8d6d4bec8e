/** The sentence that goes to the customer with 挂起: what is done meanwhile, and when the trainee is back. */
import { sayOf } from '#client/lib/messages.ts';

export const HOLD_ERRANDS = ['stock', 'warehouse', 'courier', 'lead', 'order'] as const;
export type HoldErrand = (typeof HOLD_ERRANDS)[number] | 'own';
export const HOLD_MINUTES = [1, 2, 3, 5] as const;

const SPEAKER = /^我/;

/** In Chinese whatever the page's language: customers write Chinese. `own`: what the trainee wrote as their errand. */
export const holdSentence = (errand: HoldErrand, own: string, minutes: number): string => {
  const sentence = sayOf('hold', 'zh');
  return sentence(`reply.${errand}`, { n: minutes, own: own.trim().replace(SPEAKER, '') });
};

const NAMED_TIME = /[0-9一二两三四五六七八九十半几]+(?:多)?(?=个?(?:分|秒|刻))/;
const MINUTES = /[0-9]+(?=分)/;

/** Whether the words say when the trainee is back, so that the customer knows how long to wait. */
export const namesTime = (words: string): boolean => NAMED_TIME.test(words);

const SPAN = /([0-9]+|[一二两三四五六七八九]?十?[一二三四五六七八九]?)个?(?:(分)(?=钟|内|后|以)|(?:小时|钟头))/u;
const DIGITS = /一二三四五六七八九/;
const TWO = /两/;
const TEN = /十/;

const digitOf = (character: string): number => (TWO.test(character) ? 2 : DIGITS.source.indexOf(character) + 1);

/** 十 10, 十五 15, 二十 20. */
const numberOf = (written: string): number => {
  if (/^[0-9]+$/.test(written)) return Number(written);
  const [tens = '', ones = ''] = TEN.test(written) ? written.split(TEN) : ['', written];
  return (TEN.test(written) ? (digitOf(tens) || 1) * 10 : 0) + digitOf(ones);
};

/** The minutes that the words name; `chosen` where they name none. */
export const promisedMinutes = (words: string, chosen: number): number => {
  const [, written = '', minutes] = SPAN.exec(words) ?? [];
  return written === '' ? chosen : numberOf(written) * (minutes === undefined ? 60 : 1);
};

/** The trainee's own words with another number of minutes. */
export const withMinutes = (words: string, minutes: number): string => words.replace(MINUTES, String(minutes));
