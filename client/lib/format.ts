import { toTenth } from './arithmetic.ts';
import { LANGUAGE } from './language.ts';
import { say } from './messages.ts';

const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** 0:42, 12:05: a time in the drill, or any length from 100 s up. */
export const clock = (ms: number): string => {
  const total = Math.floor(ms / 1000);
  return `${Math.floor(total / 60)}:${twoDigits(total % 60)}`;
};

/** 11月12日周四 14:05, Thu, Nov 12, 14:05: a day and time of the story. `date`: 2026-11-12, `time`: 14:05. */
export const storyDay = ({ date, time }: { date: string; time: string }): string => {
  const day = new Date(`${date}T00:00:00Z`).toLocaleDateString(LANGUAGE === 'zh' ? 'zh-CN' : 'en', {
    ...{ month: 'short', day: 'numeric', weekday: 'short', timeZone: 'UTC' },
  });
  return `${day}${LANGUAGE === 'zh' ? ' ' : ', '}${time}`;
};

/** Seconds from which a length is written like a clock. */
const CLOCK_FROM_S = 100;

/** 15 秒; from 100 s up 1:42. */
export const seconds = (value: number): string => {
  const rounded = Math.round(value);
  return rounded >= CLOCK_FROM_S ? clock(rounded * 1000) : say('ui:seconds', { n: rounded });
};

/** The same as number and unit apart: 15 and 秒, or 1:42 alone. */
export const secondsApart = (value: number): { value: string; unit?: string } => {
  const wholeSeconds = Math.round(value);
  if (wholeSeconds >= CLOCK_FROM_S) return { value: clock(wholeSeconds * 1000) };
  return { value: String(wholeSeconds), unit: say('ui:secondsUnit') };
};

/** 23.1%; `value` as it is to be shown. No space in either language (RULES X37). */
export const percent = (value: number | string): string => `${value}%`;

/** ¥159.00 from cents. */
export const money = (cents: number): string => `${cents < 0 ? '−' : ''}¥${(Math.abs(cents) / 100).toFixed(2)}`;

/** 14, 13.5, −4: one decimal where there is one, and the real minus sign. */
export const marks = (value: number): string => String(toTenth(value)).replace('-', '−');

/** 71.0: one decimal always, where figures stand under one another. */
export const oneDecimal = (value: number): string => value.toFixed(1);

/** −4, with the real minus sign. */
export const minusMarks = (value: number): string => `−${marks(value)}`;

/** 11-18 12:05 from epoch milliseconds, local time. */
export const shortDate = (ms: number): string => {
  const date = new Date(ms);
  return `${twoDigits(date.getMonth() + 1)}-${twoDigits(date.getDate())} ${twoDigits(date.getHours())}:${twoDigits(date.getMinutes())}`;
};

/** 2026-11-18 12:05. */
export const longDate = (ms: number): string => `${new Date(ms).getFullYear()}-${shortDate(ms)}`;

/** 11-18, local time. */
export const day = (ms: number): string => shortDate(ms).slice(0, '11-18'.length);
