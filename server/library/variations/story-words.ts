/** What of a template hangs on the days and hours its author set, and the template with all its written days moved. */
import type { CaseTemplate } from './case-template.ts';
import { lruCache } from './lru-cache.ts';
import { dayOf, isoOf } from './value.ts';

/**
 * Whether words that stand written out, not drawn, hang on the author's own day, on its weekday, or on an hour.
 */
export type Bound = { date: boolean; weekday: boolean; hour: boolean; forenoon: boolean };

/** Wrong answers may name any day: 双十一快递都慢 is wrong on every one. Single words to listen for say nothing. */
const UNTRUE_KEYS: readonly string[] = [
  'wrongs',
  'contradicts',
  'no',
  'unless',
  'examples',
  ...['about', 'yes', 'cues', 'given'],
];
/** Times of an order or of earlier words: moved with the day, and no words of anybody. */
const TIME_KEYS: readonly string[] = [
  'story',
  'placed',
  'paid-on',
  'shipped-on',
  'signed-on',
  'on',
  'at',
  ...['paidOn', 'shippedOn', 'signedOn', 'when'],
];

const SLOT = /【[^】]*】/gu;
const DATE_WORDS =
  /(?<![\d.])\d{1,2}月\d{0,2}|(?<![\d.大小低高前后节])\d{1,2}[号日](?![码线楼院门桌店电字仓柜的])|双十[一二]|双1[12]|618|年货|元旦|国庆|中秋|春节|除夕|定金|尾款|预售/u;
const WEEKDAY_WORDS = /(?:周|星期|礼拜)[一二三四五六日天末](?!次|回)|明[天早].{0,6}(?:幼儿园|上学|上班)|(?<!个)工作日/u;
/** 一点 is a little, 24点 the end of every day, □ 09:30 the time of an order. */
const HOUR_WORDS =
  /(?<!\d|□ |-\d{2} )(?!24[:：])\d{1,2}[:：]\d{2}|(?<!2)\d点|2[0-35-9]点|[两二三四五六七八九十半]点(?!二十)|下午|凌晨/u;
/** Of a day's first half: told in the afternoon they are over, as in the author's hours. */
const FORENOON_WORDS = /早上|上午|今早|中午/u;

const ISO = /\b(\d{4}-\d{2}-\d{2})\b/g;
/** 11-18 09:00, or 11-18 alone; 10-15分钟 and 35-39 are no days. */
const MONTH_DAY =
  /(?<![\d:.-])(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(?![\d-]|\s*(?:分|天|个|元|块|%|岁|人|斤|件|小时))/g;

const boundOf = new WeakMap<CaseTemplate, Bound>();

/** Whether an hour stands in these words: 16:00前, 晚上. */
export const hasHour = (text: string): boolean => HOUR_WORDS.test(text);

export const boundTo = (template: CaseTemplate): Bound => {
  const known = boundOf.get(template);
  if (known !== undefined) return known;
  const { draw, reckon } = template.vary;
  const written = boundIn([template.body, draw, reckon]);
  const bound = { ...written, date: written.date || hasDrawnDays(draw) };
  boundOf.set(template, bound);
  return bound;
};

/** Of the clock: 16:00, 4点, 四点半. An hour below twelve may be meant of either half of the day. */
const CLOCK_WORDS = /(?<!\d|□ |-\d{2} )(\d{1,2})[:：](\d{2})/gu;
const OCLOCK_WORDS = /(?<!\d)(\d{1,2}|十[一二]?|[一两二三四五六七八九])点(半)?/gu;
const PART_MINUTES: readonly (readonly [string, readonly number[]])[] = [
  ['下午', [720, 1080]],
  ['凌晨', [0, 360]],
  ['早上', [720]],
  ['上午', [720]],
  ['今早', [720]],
  ['中午', [660, 840]],
];
const NUMERALS = '零一二三四五六七八九十';
const HALF_DAY_MIN = 720;

const hoursOf = new WeakMap<CaseTemplate, readonly number[]>();

/** Minutes of the day that stand written out in a template: at one side of each of them other things hold than at the other. */
export const hoursIn = (template: CaseTemplate): readonly number[] => {
  const known = hoursOf.get(template);
  if (known !== undefined) return known;
  const { draw, reckon } = template.vary;
  const hours = wordsIn([template.body, draw, reckon]).flatMap((text) => writtenHours(text.replaceAll(SLOT, '□')));
  hoursOf.set(template, hours);
  return hours;
};

const writtenHours = (text: string): number[] => [
  ...[...text.matchAll(CLOCK_WORDS)].map(([, hour, minute]) => Number(hour) * 60 + Number(minute)),
  ...[...text.matchAll(OCLOCK_WORDS)].flatMap(([, hour = '', half]) => {
    const minutes = numberOf(hour) * 60 + (half === undefined ? 0 : 30);
    return minutes < HALF_DAY_MIN ? [minutes, minutes + HALF_DAY_MIN] : [minutes];
  }),
  ...PART_MINUTES.flatMap(([word, minutes]) => (text.includes(word) ? minutes : [])),
];

const numberOf = (hour: string): number =>
  /^\d/u.test(hour)
    ? Number(hour)
    : [...hour].reduce((sum, one) => sum + (one === '两' ? 2 : NUMERALS.indexOf(one)), 0);

/** The same of a case that doesn't vary, as it is written or as it is pinned. */
export const boundIn = (authored: object): Bound => {
  const texts = wordsIn(authored).map((text) => text.replaceAll(SLOT, '□'));
  const has = (words: RegExp): boolean => texts.some((text) => words.test(text));
  return { date: has(DATE_WORDS), weekday: has(WEEKDAY_WORDS), hour: has(HOUR_WORDS), forenoon: has(FORENOON_WORDS) };
};

/** Days in rows stand for a term of months (shelf life), which moved by days would end on another day. */
const hasDrawnDays = (draw: CaseTemplate['vary']['draw']): boolean =>
  Object.values(draw).some((drawn) => 'rows' in drawn && /"date":/.test(JSON.stringify(drawn)));

const wordsIn = (node: unknown, key = ''): string[] => {
  if (UNTRUE_KEYS.includes(key) || TIME_KEYS.includes(key)) return [];
  if (typeof node === 'string') return /^\d{4}-\d{2}-\d{2}$/.test(node) ? [] : [node];
  if (Array.isArray(node)) return node.flatMap((item) => wordsIn(item, key));
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([name, item]) => wordsIn(item, name));
};

/** Distances for which a template is kept moved: as many as its cards have story days. */
const MAX_MOVED = 3;
const movedTemplates = new WeakMap<CaseTemplate, ReturnType<typeof lruCache<CaseTemplate>>>();

/** The template with every day written out in it so many days later. */
export const withDaysMoved = (template: CaseTemplate, days: number, storyDay: number): CaseTemplate => {
  if (days === 0) return template;
  const kept = movedTemplates.get(template) ?? lruCache<CaseTemplate>(MAX_MOVED);
  movedTemplates.set(template, kept);
  return kept(`${days} ${storyDay}`, () => moveDays(template, days, storyDay));
};

const moveDays = (template: CaseTemplate, days: number, storyDay: number): CaseTemplate => {
  const { body, plan, vary } = template;
  const move = <T>(part: T): T => movedBy(part, days, storyDay);
  // The hash stays: it is the same case, and its deck is dealt by it.
  return { ...template, body: move(body), plan: move(plan), vary: move(vary) };
};

/** The same with every day that is written out so many days later: 2026-11-12, and 11-12 in the year of `storyDay`. */
export const movedBy = <T>(node: T, days: number, storyDay: number): T => {
  if (typeof node === 'string') return movedText(node, days, storyDay) as T;
  if (Array.isArray(node)) return node.map((item) => movedBy(item, days, storyDay)) as T;
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(Object.entries(node).map(([name, item]) => [name, movedBy(item, days, storyDay)])) as T;
};

const movedText = (text: string, days: number, storyDay: number): string =>
  text
    .replaceAll(ISO, (iso: string) => later(iso, days) ?? iso)
    .replaceAll(
      MONTH_DAY,
      (words: string) => later(`${isoOf(storyDay).slice(0, 4)}-${words}`, days)?.slice(5) ?? words,
    );

const later = (iso: string, days: number): string | null => {
  const day = dayOf(iso);
  return day === null ? null : isoOf(day + days);
};
