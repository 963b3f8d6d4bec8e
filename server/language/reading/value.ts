/** A figure as it is said: its kind and its place. */

/**
 * `bound`: the sum from which somebody decides (100元以上要主管定); `elapsed`: how long something has lasted (让您等了四天);
 * `paid`: what was paid back then (7号59元付的); `record`: a time of which the order's own records tell the same (昨天09:50揽收);
 * `now`: what the clock shows (现在20:00); `paying`: the day on which is paid for what comes later (今晚付款48小时内必出).
 */
export type Aside = 'bound' | 'elapsed' | 'paid' | 'record' | 'now' | 'paying';

/** A day of the story's calendar: days from today, the date as figures have it (11月18日 is 11018), and the weekday's code. */
export type CalendarDay = { fromToday: number; code: number; weekday: number };

/** A number with its meaning, found in folded text. Offsets are into the folded text. */
export type Value = {
  kind: 'amount' | 'duration' | 'clock' | 'date' | 'percent' | 'size' | 'measure' | 'number';
  /** The lower end of 1到3天 or 两三天; `quantity` is the upper end. For a single number both are equal. */
  low: number;
  /** Yuan, seconds, minutes of the day, day of the month (or a code above 100 for 明天, 周三 …), a share, or the plain number. */
  quantity: number;
  /** The unit of a `measure`, folded to one writing: g, mm, ml or the classifier itself. */
  unit: string;
  /** True for a clock time without 上午/下午 (either half of the day) and for a date without a month (any month). */
  isAmbiguous: boolean;
  start: number;
  end: number;
  /** Of a clock time of today, read where the time of day is known: seconds until it comes, and the minute of the story's day at which it does (past 1440 tomorrow). */
  untilS?: number | undefined;
  comesAt?: number | undefined;
  /** Of a date, read where today is known: the day it is. */
  day?: CalendarDay | undefined;
  /** It is a time limit: 六点前, 两小时内; `isGone`: an hour told as gone by: 过了六点, 四点已经过了. */
  isTimeLimit?: boolean | undefined;
  isGone?: boolean | undefined;
  /** Of a clock time: it is told as a beginning (20:00起) or as an end (到22点, 22:00截止). */
  edge?: 'from' | 'until' | undefined;
  /** What it is told of, where that is nothing anybody asked for. */
  aside?: Aside | undefined;
  /** Of a figure that is only about so much (一百来块, 三十多天, 几十块): the most that it may mean, in the unit of `quantity`. */
  upTo?: number | undefined;
  /** The number of base units in the unit said, such as seconds in a day. */
  factor?: number | undefined;
};
