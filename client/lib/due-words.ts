/**
 * Homework's times in words. They are those of Beijing wherever the device is: a due time is an agreement of the class, and
 * a device with a wrong zone must not move it. Where the device's zone is another, the words say so.
 */

import { LANGUAGE } from './language.ts';
import { say } from './messages.ts';
import { CHINA_AHEAD_MS, DAY_MS, HOUR_MS, MINUTE_MS } from './spans.ts';

/** A day of the coming week is told by its name. */
const WEEK_DAYS = 6;

const t = (key: string, values: Record<string, string | number> = {}): string => say(`ui:${key}`, values);

/** The day as a number, counted in Beijing. */
const chinaDay = (at: number): number => Math.floor((at + CHINA_AHEAD_MS) / DAY_MS);

const parts = (at: number, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(LANGUAGE === 'zh' ? 'zh-CN' : 'en', { ...options, timeZone: 'Asia/Shanghai' }).format(at);

/** 2026-11-27T20:00, as a field for date and time has it. */
export const chinaInput = (at: number): string => new Date(at + CHINA_AHEAD_MS).toISOString().slice(0, 16);

/** The moment that such a field names; null where it is empty or none. */
export const fromChinaInput = (text: string): number | null => {
  const at = Date.parse(`${text}:00+08:00`);
  return Number.isNaN(at) ? null : at;
};

const dayWord = (at: number, now: number): string => {
  const days = chinaDay(at) - chinaDay(now);
  if (days === 0) return t('due.today');
  if (days === 1) return t('due.tomorrow');
  if (days === -1) return t('due.yesterday');
  if (days > 1 && days <= WEEK_DAYS) return parts(at, { weekday: 'short' });
  return parts(at, { month: 'short', day: 'numeric', weekday: 'short' });
};

/** 周五 20:00; with 「北京时间」 on a device in another zone. */
export const dueMoment = (at: number, now: number): string => {
  const time = parts(at, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const isElsewhere = new Date(at).getTimezoneOffset() * MINUTE_MS !== -CHINA_AHEAD_MS;
  return t(isElsewhere ? 'due.momentElsewhere' : 'due.moment', { day: dayWord(at, now), time });
};

/** 2 天, 5 小时 or 40 分钟: the largest unit alone, rounded down, so that nobody counts on more than there is. */
export const spanWords = (ms: number): string => {
  if (ms >= DAY_MS) return t('due.days', { n: Math.floor(ms / DAY_MS) });
  if (ms >= HOUR_MS) return t('due.hours', { n: Math.floor(ms / HOUR_MS) });
  return t('due.minutes', { n: Math.max(1, Math.floor(ms / MINUTE_MS)) });
};

/** 周五 20:00 前，还有 2 天; afterwards 周五 20:00 截止，已过 3 小时. */
export const dueWords = (at: number, now: number): string =>
  at >= now
    ? t('due.before', { moment: dueMoment(at, now), span: spanWords(at - now) })
    : t('due.passed', { moment: dueMoment(at, now), span: spanWords(now - at) });

/** Whether it is due by the end of tomorrow. */
export const isDueSoon = (at: number, now: number): boolean => at >= now && chinaDay(at) - chinaDay(now) <= 1;
