import i18next from 'i18next';
import { LANGUAGE } from './language.ts';

const two = (n: number): string => String(n).padStart(2, '0');

/** 0:42, 12:05: a time in the drill, or any length from 100 s up. */
export const clock = (ms: number): string => {
  const total = Math.floor(ms / 1000);
  return `${Math.floor(total / 60)}:${two(total % 60)}`;
};

/** Seconds from which a length is written like a clock. */
const CLOCK_FROM_S = 100;

/** 15 秒; from 100 s up 1:42. */
export const seconds = (value: number): string => {
  const whole = Math.round(value);
  return whole >= CLOCK_FROM_S ? clock(whole * 1000) : i18next.t('ui:seconds', { n: whole });
};

/** The same as number and unit apart: 15 and 秒, or 1:42 alone. */
export const secondsApart = (value: number): { value: string; unit?: string } => {
  const whole = Math.round(value);
  if (whole >= CLOCK_FROM_S) return { value: clock(whole * 1000) };
  return { value: String(whole), unit: i18next.t('ui:secondsUnit') };
};

/** 23.1 %, in English 23.1%; `value` as it is to be shown. */
export const percent = (value: number | string): string => `${value}${LANGUAGE === 'zh' ? ' ' : ''}%`;

/** ¥159.00 from cents. */
export const money = (cents: number): string => `${cents < 0 ? '−' : ''}¥${(Math.abs(cents) / 100).toFixed(2)}`;

/** 14, 13.5, −4: one decimal where there is one, and the real minus sign. */
export const marks = (value: number): string => String(Math.round(value * 10) / 10).replace('-', '−');

/** 71.0: one decimal always, where figures stand under one another. */
export const oneDecimal = (value: number): string => value.toFixed(1);

/** −4, with the real minus sign. */
export const lost = (value: number): string => `−${marks(value)}`;

/** 11-18 12:05 from epoch milliseconds, local time. */
export const shortDate = (ms: number): string => {
  const date = new Date(ms);
  return `${two(date.getMonth() + 1)}-${two(date.getDate())} ${two(date.getHours())}:${two(date.getMinutes())}`;
};

/** 2026-11-18 12:05. */
export const longDate = (ms: number): string => `${new Date(ms).getFullYear()}-${shortDate(ms)}`;

/** 11-18, local time. */
export const day = (ms: number): string => shortDate(ms).slice(0, '11-18'.length);
