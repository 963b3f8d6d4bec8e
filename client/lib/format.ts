import { toTenth } from './arithmetic.ts';
import { LANGUAGE } from './language.ts';
import { say } from './messages.ts';

const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** 0:42, 12:05: a time in the drill. */
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

const MINUTE_S = 60;
/** From ten minutes on a reader needs no seconds. */
const WHOLE_MINUTES_FROM_S = 600;

/** A length as the server's sentences write it (RULES M104): 15 秒; from a minute on 1 分 42 秒, from ten minutes on 12 分钟. */
export const seconds = (value: number): string => {
  const rounded = Math.round(value);
  if (rounded < MINUTE_S) return say('ui:seconds', { n: rounded });
  const rest = rounded % MINUTE_S;
  return rounded >= WHOLE_MINUTES_FROM_S || rest === 0
    ? say('ui:minutes', { n: Math.round(rounded / MINUTE_S) })
    : say('ui:minutesSeconds', { minutes: Math.floor(rounded / MINUTE_S), seconds: rest });
};

/** A limit: always in seconds, since a rule's 60 秒 is known as that. */
export const limitSeconds = (value: number): string => say('ui:seconds', { n: value });

/** Seconds from which a wait that still runs is written like a clock. */
const CLOCK_FROM_S = 100;

/** A wait that still runs: 15 秒; from 100 s up 1:42, for its place is narrow and its width shouldn't jump. */
export const runningWait = (value: number): string => {
  const { value: shown, unit } = secondsApart(value);
  return unit === undefined ? shown : say('ui:seconds', { n: shown });
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
