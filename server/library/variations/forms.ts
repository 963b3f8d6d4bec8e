/** How a value is written in a case's words: `【实付 汉】`, `【末日 短】`. Every kind has its own closed list of forms. */
import { counted, numeral } from './numerals.ts';
import { clockOf, isoOf, type Kind, type Value, yuanOf } from './value.ts';

/** What a form may look at besides the value: the story's day, from which 昨天 and 明天 count; null where none is set. */
export type Setting = { today: number | null };

const WEEKDAYS = '日一二三四五六';
/** By days from the story's day. */
const NEAR_DAYS: Readonly<Record<string, string>> = {
  '-2': '前天',
  '-1': '昨天',
  '0': '今天',
  '1': '明天',
  '2': '后天',
};

const dateForms: Forms<'date'> = {
  号: ({ day }) => `${new Date(isoOf(day)).getUTCDate()}号`,
  汉: ({ day }) => `${numeral(new Date(isoOf(day)).getUTCDate())}号`,
  日: ({ day }) => `${new Date(isoOf(day)).getUTCDate()}日`,
  月日: ({ day }) => `${new Date(isoOf(day)).getUTCMonth() + 1}月${new Date(isoOf(day)).getUTCDate()}日`,
  短: ({ day }) => isoOf(day).slice(5),
  周: ({ day }) => `周${WEEKDAYS[new Date(isoOf(day)).getUTCDay()]}`,
  iso: ({ day }) => isoOf(day),
  天: ({ day }, { today }) => {
    const nearDay = today === null ? undefined : NEAR_DAYS[day - today];
    return nearDay ?? `${new Date(isoOf(day)).getUTCDate()}号`;
  },
};

/** 凌晨, 早上, 上午, 中午, 下午, 晚上, by the hour at which each begins. */
const PARTS_OF_DAY = [
  { from: 19, name: '晚上' },
  { from: 13, name: '下午' },
  { from: 11, name: '中午' },
  { from: 9, name: '上午' },
  { from: 5, name: '早上' },
  { from: 0, name: '凌晨' },
];

const spokenClock = (minutes: number): string => {
  return `${counted(halfDayHour(minutes))}点${partOfHour(minutes % 60, numeral)}`;
};

/** The hour as it is said after 上午 or 下午: 14:20 has 2. */
const halfDayHour = (minutes: number): number => {
  const hour = Math.floor(minutes / 60);
  return hour > 12 ? hour - 12 : hour;
};

/** 14点20 without 分, as it is typed in haste; the full hour is 16点. */
const inDigits = (minutes: number, hour: number): string => {
  return `${hour}点${minutes % 60 === 0 ? '' : String(minutes % 60).padStart(2, '0')}`;
};

const partOfHour = (minutes: number, toText: (minutes: number) => string): string => {
  if (minutes === 0) return '';
  if (minutes === 30) return '半';
  return minutes < 10 ? `零${toText(minutes)}分` : `${toText(minutes)}分`;
};

const partOfDay = (minutes: number): string => PARTS_OF_DAY.find(({ from }) => minutes >= from * 60)?.name ?? '';

/** 43.8 is said 43块8, 40.05 is 40块零5分, and below a yuan 一毛, 五分. */
const inKuai = (cents: number): string => {
  const [yuan, jiao, fen] = [Math.floor(cents / 100), Math.floor((cents % 100) / 10), cents % 10];
  if (yuan === 0) return `${jiao > 0 ? `${counted(jiao)}毛` : ''}${fen > 0 ? `${numeral(fen)}分` : ''}` || '0块';
  if (jiao === 0 && fen === 0) return `${yuan}块`;
  if (fen === 0) return `${yuan}块${jiao}`;
  return jiao === 0 ? `${yuan}块零${fen}分` : `${yuan}块${jiao}毛${fen}`;
};

const moneyInCharacters = (cents: number): string => {
  const rest = cents % 100;
  const yuan = numeral(Math.floor(cents / 100));
  if (rest === 0) return yuan;
  return rest % 10 === 0 ? `${yuan}块${numeral(rest / 10)}` : `${yuan}块${rest < 10 ? '零' : ''}${numeral(rest)}`;
};

const isWhole = (size: string): boolean => /^\d+$/.test(size);
const halfOf = (size: string): string | null => /^(\d+)\.5$/.exec(size)?.[1] ?? null;

type Forms<K extends Kind> = Readonly<
  Record<string, (value: Extract<Value, { kind: K }>, setting: Setting) => string | number>
>;

/** By kind: the form of a slot that names none stands under the empty name. */
const FORMS: { readonly [K in Kind]: Forms<K> } = {
  word: { '': ({ text }) => text },
  number: {
    '': ({ number }) => String(number),
    汉: ({ number }) => numeral(number),
    两: ({ number }) => counted(number),
    数: ({ number }) => number,
  },
  money: {
    '': ({ cents }) => yuanOf(cents),
    元: ({ cents }) => `${yuanOf(cents)}元`,
    块: ({ cents }) => inKuai(cents),
    汉: ({ cents }) => moneyInCharacters(cents),
    分: ({ cents }) => cents,
  },
  date: { '': (value, setting) => dateForms.号?.(value, setting) ?? '', ...dateForms },
  clock: {
    '': ({ minutes }) => clockOf(minutes),
    点: ({ minutes }) => `${Math.floor(minutes / 60)}点${partOfHour(minutes % 60, String)}`,
    口: ({ minutes }) => `${partOfDay(minutes)}${spokenClock(minutes)}`,
    口语: ({ minutes }) => spokenClock(minutes),
    点数: ({ minutes }) => inDigits(minutes, Math.floor(minutes / 60)),
    口数: ({ minutes }) => `${partOfDay(minutes)}${inDigits(minutes, halfDayHour(minutes))}`,
    口短: ({ minutes }) => `${partOfDay(minutes)}${spokenClock(minutes).replace(/分$/, '')}`,
    口语短: ({ minutes }) => spokenClock(minutes).replace(/分$/, ''),
  },
  size: {
    '': ({ text }) => text,
    码: ({ text }) => `${text}码`,
    码半: ({ text }) => (halfOf(text) === null ? `${text}码` : `${halfOf(text)}码半`),
    汉: ({ text }) => {
      const half = halfOf(text);
      if (half !== null) return `${numeral(Number(half))}码半`;
      return isWhole(text) ? `${numeral(Number(text))}码` : `${text}码`;
    },
  },
  goods: { '': ({ goods }) => goods.called, id: ({ goods }) => goods.id },
  flag: {},
  row: {},
};

/** The forms a kind knows, for the checker's message; the one without a name is left out. */
export const formsOf = (kind: Kind): string[] => Object.keys(FORMS[kind]).filter((form) => form !== '');

/** `form` empty: the usual one. Null: this kind has no such form. Negative money is written by its amount only. */
export const written = (value: Value, form: string, setting: Setting): string | number | null => {
  const forms: Readonly<Record<string, unknown>> = FORMS[value.kind];
  if (!Object.hasOwn(forms, form)) return null;
  return writeAs(value, form, setting);
};

const writeAs = <K extends Kind>(value: Extract<Value, { kind: K }>, form: string, setting: Setting) => {
  const forms = FORMS[value.kind as K];
  return forms[form]?.(value, setting) ?? null;
};
