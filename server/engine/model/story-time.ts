/** Spans, story time and the variables of lines (RULES C2, C3). Dates are plain text 'YYYY-MM-DD'; no clock is read. */
import type { Bubble, Scenario, Span } from './content.ts';
import type { DrillMs } from './events.ts';

/** Milliseconds of drill time that a jump of hours or days takes. */
export const JUMP_MS = 20_000;

/** Milliseconds of drill time a span takes: `s` as it is, `m` divided by pace, `h` and `d` a jump. */
export const spanMs = (span: Span, pace: number): number => {
  if (span.unit === 's') return span.value * 1000;
  if (span.unit === 'm') return Math.round((span.value * 60_000) / pace);
  return JUMP_MS;
};

/** Story minutes a span stands for beyond the drill time it takes. */
export const skippedMinutes = (span: Span, pace: number): number => {
  const minutes =
    span.unit === 's'
      ? span.value / 60
      : span.unit === 'm'
        ? span.value
        : span.unit === 'h'
          ? span.value * 60
          : span.value * 1440;
  return minutes - spanMs(span, pace) / 60_000;
};

const DIGITS = ['零', '一', '两', '三', '四', '五', '六', '七', '八', '九', '十'];

/** 〔两天后〕 for a jump, '' for anything that people sit through. */
export const jumpText = (span: Span): string => {
  const number = DIGITS[span.value] ?? String(span.value);
  if (span.unit === 'd') return `${number}天后`;
  if (span.unit === 'h') return `${number}小时后`;
  return '';
};

const JUMP = /^(.+?)(小时|天)后$/;

/** The hours or days that a jump's stored text was made of; null for any other text. */
export const jumpSpan = (text: string): { value: number; unit: 'h' | 'd' } | null => {
  const [, number = '', unit] = JUMP.exec(text) ?? [];
  const value = DIGITS.includes(number) ? DIGITS.indexOf(number) : Number(number);
  return unit === undefined || Number.isNaN(value) ? null : { value, unit: unit === '天' ? 'd' : 'h' };
};

/** The story's date and time where the case sets none (RULES C3). */
export const DEFAULT_STORY = { date: '2026-11-12', time: '14:00' } as const;

export const storyOf = (scenario: Scenario): { date: string; time: string } => scenario.story ?? DEFAULT_STORY;

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const isLeap = (y: number): boolean => (y % 4 === 0 && y % 100 !== 0) || y % 400 === 0;

/** 'YYYY-MM-DD' plus whole days. */
export const addDays = (date: string, days: number): string => {
  let [year = 2026, month = 1, day = 1] = date.split('-').map(Number);
  day += days;
  for (;;) {
    const length = month === 2 && isLeap(year) ? 29 : (DAYS[month - 1] ?? 30);
    if (day > length) {
      day -= length;
      month += 1;
      if (month > 12) [month, year] = [1, year + 1];
    } else if (day < 1) {
      month -= 1;
      if (month < 1) [month, year] = [12, year - 1];
      day += month === 2 && isLeap(year) ? 29 : (DAYS[month - 1] ?? 30);
    } else break;
  }
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
};

/** Minutes of the story's day at a drill time, and its date. */
export const storyAt = (scenario: Scenario, at: DrillMs, skippedMin: number): { date: string; minute: number } => {
  const { date, time } = storyOf(scenario);
  const [h = 14, m = 0] = time.split(':').map(Number);
  const total = h * 60 + m + Math.floor(at / 60_000 + skippedMin);
  return { date: addDays(date, Math.floor(total / 1440)), minute: ((total % 1440) + 1440) % 1440 };
};

const dayWords = (date: string): string => {
  const [, m, d] = date.split('-').map(Number);
  return `${m}月${d}日`;
};

/** Fills {day}, {day+2}, {买家昵称} and the like in a customer's line; an unknown variable stays as written. `today` is the story's. */
export const fillLine = (text: string, scenario: Scenario, today: string): string =>
  text.replace(/\{([^{}]{1,20})\}/g, (whole, name: string) => {
    const day = /^day([+-]\d{1,3})?$/.exec(name);
    if (day) return dayWords(addDays(today, Number(day[1] ?? 0)));
    return name === '买家昵称' ? scenario.customer.name : whole;
  });

export const fillBubble = (bubble: Bubble, scenario: Scenario, today: string): Bubble =>
  bubble.kind === 'text' ? { kind: 'text', text: fillLine(bubble.text, scenario, today) } : bubble;
