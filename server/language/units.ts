import type { Value } from './values.ts';

const MINUTE = 60;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Longest first, so that 个月 isn't read as 个. A year is twelve months of thirty days: 12个月 = 一年. */
const UNITS: readonly (readonly [unit: string, kind: Value['kind'], scale: number, name: string])[] = [
  ['个工作日', 'duration', DAY, ''],
  ['个自然日', 'duration', DAY, ''],
  ['工作日', 'duration', DAY, ''],
  ['自然日', 'duration', DAY, ''],
  ['个小时', 'duration', HOUR, ''],
  ['个钟头', 'duration', HOUR, ''],
  ['个星期', 'duration', 7 * DAY, ''],
  ['个礼拜', 'duration', 7 * DAY, ''],
  ['平方米', 'measure', 1, '平'],
  ['minutes', 'duration', MINUTE, ''],
  ['小时', 'duration', HOUR, ''],
  ['钟头', 'duration', HOUR, ''],
  ['个钟', 'duration', HOUR, ''],
  ['分钟', 'duration', MINUTE, ''],
  ['秒钟', 'duration', 1, ''],
  ['刻钟', 'duration', 15 * MINUTE, ''],
  ['星期', 'duration', 7 * DAY, ''],
  ['礼拜', 'duration', 7 * DAY, ''],
  ['个月', 'duration', 30 * DAY, ''],
  ['周年', 'duration', 360 * DAY, ''],
  ['块钱', 'amount', 1, ''],
  ['毛钱', 'amount', 0.1, ''],
  ['分钱', 'amount', 0.01, ''],
  ['公斤', 'measure', 1000, 'g'],
  ['千克', 'measure', 1000, 'g'],
  ['毫克', 'measure', 0.001, 'g'],
  ['厘米', 'measure', 10, 'mm'],
  ['公分', 'measure', 10, 'mm'],
  ['毫米', 'measure', 1, 'mm'],
  ['毫升', 'measure', 1, 'ml'],
  ['英寸', 'measure', 25.4, 'mm'],
  ['mah', 'measure', 1, '毫安'],
  ['毫安', 'measure', 1, '毫安'],
  ['min', 'duration', MINUTE, ''],
  ['rmb', 'amount', 1, ''],
  ['kg', 'measure', 1000, 'g'],
  ['cm', 'measure', 10, 'mm'],
  ['mm', 'measure', 1, 'mm'],
  ['ml', 'measure', 1, 'ml'],
  ['元', 'amount', 1, ''],
  ['块', 'amount', 1, ''],
  ['圆', 'amount', 1, ''],
  ['角', 'amount', 0.1, ''],
  ['毛', 'amount', 0.1, ''],
  ['秒', 'duration', 1, ''],
  ['天', 'duration', DAY, ''],
  ['周', 'duration', 7 * DAY, ''],
  ['年', 'duration', 360 * DAY, ''],
  ['h', 'duration', HOUR, ''],
  ['折', 'percent', 1, ''],
  ['%', 'percent', 0.01, ''],
  ['码', 'size', 1, ''],
  ['g', 'measure', 1, 'g'],
  ['克', 'measure', 1, 'g'],
  ['斤', 'measure', 500, 'g'],
  ['米', 'measure', 1000, 'mm'],
  ['m', 'measure', 1000, 'mm'],
  ['寸', 'measure', 25.4, 'mm'],
  ['升', 'measure', 1000, 'ml'],
  ['l', 'measure', 1000, 'ml'],
  ['w', 'measure', 1, '瓦'],
  ['瓦', 'measure', 1, '瓦'],
  ['度', 'measure', 1, '度'],
  ['℃', 'measure', 1, '度'],
  ['倍', 'measure', 1, '倍'],
  ['岁', 'measure', 1, '岁'],
  ['楼', 'measure', 1, '层'],
];
export const CLASSIFIERS = '件个双只包盒瓶张层种色款次人节袋箱套条片颗粒台把支根组份单级格米代枚罐杯页步档枝束朵株篮碗';

export const CLOCK_WORDS: readonly (readonly [word: string, add: number])[] = [
  ['上午', 0],
  ['早上', 0],
  ['凌晨', 0],
  ['早', 0],
  ['中午', 12],
  ['下午', 12],
  ['傍晚', 12],
  ['晚上', 12],
  ['夜里', 12],
  ['晚', 12],
];

/** Codes for days named without a number. */
export const NAMED_DAYS: readonly (readonly [word: string, code: number])[] = [
  ['大后天', 103],
  ['第二天', 110],
  ['今天', 100],
  ['今日', 100],
  ['今儿', 100],
  ['今晚', 100],
  ['今早', 100],
  ['当天', 100],
  ['当日', 100],
  ['当晚', 100],
  ['明天', 101],
  ['明日', 101],
  ['明儿', 101],
  ['明早', 101],
  ['明晚', 101],
  ['后天', 102],
  ['昨天', 99],
  ['昨晚', 99],
  ['次日', 110],
  ['隔天', 110],
  ['隔日', 110],
];
export const WEEKDAYS = '一二三四五六日天';

/** The units by their first character, still longest first. */
export const UNITS_BY_FIRST = byFirst();

function byFirst(): ReadonlyMap<string, typeof UNITS> {
  const groups = new Map<string, (typeof UNITS)[number][]>();
  for (const unit of UNITS) groups.set(unit[0].charAt(0), [...(groups.get(unit[0].charAt(0)) ?? []), unit]);
  return groups;
}
