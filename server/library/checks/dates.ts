/**
 * Days that a case names together: a date and its weekday, 明天 and its date. If they disagree, a customer who counts by
 * them counts wrong.
 */

import { DAY_MS } from '#engine/model/spans.ts';
import { language } from '#i18n/language.ts';
import { say } from '#i18n/say.ts';
import type { Fault, Path } from '#library/diagnostics/diagnostics.ts';
import type { AuthoredScenario } from '#library/schema/scenario.ts';
import type { CaseCheck } from '#library/view/case-view.ts';

const WEEKDAYS = '日一二三四五六';
const WEEKDAY = '(?:周|星期|礼拜)([一二三四五六日天])';
const DATE = '(\\d{1,2})月(\\d{1,2})[日号]|(\\d{1,2})-(\\d{1,2})(?!\\d|-)|(?<![\\d.])(\\d{1,2})[日号](?![码线楼])';
const DAYS_FROM_TODAY: Readonly<Record<string, number>> = { 前天: -2, 昨天: -1, 今天: 0, 明天: 1, 后天: 2, 大后天: 3 };
const NAMED_DAY = `(${Object.keys(DAYS_FROM_TODAY)
  .sort((a, b) => b.length - a.length)
  .join('|')})`;
/** Text that may stand between date and weekday: 11月15日（周日）, 周日就是15号. */
const BETWEEN = '[（(，, ]?(?:就是|是|，)?';

export const checkDates: CaseCheck = function* ({ authored }) {
  const { story } = authored;
  if (!story) return;
  const today = Date.parse(`${story.date}T00:00:00Z`);
  if (Number.isNaN(today)) return;
  // A customer who comes back days later means that day by 今天.
  const days = [today, ...laterDays(authored).map((days) => today + days * DAY_MS)];
  for (const { text, path } of sentencesIn(authored)) yield* disagreements(text, path, days);
};

function* disagreements(text: string, path: Path, days: readonly number[]): Iterable<Fault> {
  const [first = 0] = days;
  const year = new Date(first).getUTCFullYear();
  const month = new Date(first).getUTCMonth() + 1;
  const datesWithWeekday = [
    ...text.matchAll(new RegExp(`(?:${DATE})${BETWEEN}${WEEKDAY}`, 'g')),
    ...[...text.matchAll(new RegExp(`${WEEKDAY}${BETWEEN}(?:${DATE})`, 'g'))].map(weekdayLast),
  ];
  for (const [matched = '', wordMonth, wordDay, dashMonth, dashDay, bareDay, weekday = ''] of datesWithWeekday) {
    const time = Date.UTC(year, Number(wordMonth ?? dashMonth ?? month) - 1, Number(wordDay ?? dashDay ?? bareDay));
    if (weekdayOf(time) !== (weekday === '天' ? '日' : weekday))
      yield {
        code: 'date-disagrees',
        path,
        message: say('checker:date.weekday', { words: matched, weekday: dayText(time, WEEKDAY_ONLY) }),
      };
  }
  const namedDays = text.matchAll(new RegExp(`${NAMED_DAY}${BETWEEN}(?:${WEEKDAY}|${DATE})`, 'g'));
  for (const [matched = '', namedDay = '', weekday, wordMonth, wordDay, dashMonth, dashDay, bareDay] of namedDays) {
    const daysMeant = days.map((day) => day + (DAYS_FROM_TODAY[namedDay] ?? 0) * DAY_MS);
    const fitsStory = daysMeant.some((day) =>
      weekday === undefined
        ? Number(wordDay ?? dashDay ?? bareDay) === new Date(day).getUTCDate() &&
          Number(wordMonth ?? dashMonth ?? monthOf(day)) === monthOf(day)
        : weekdayOf(day) === (weekday === '天' ? '日' : weekday),
    );
    const [at = first] = daysMeant;
    if (!fitsStory)
      yield {
        code: 'date-disagrees',
        path,
        message: say('checker:date.story', { words: matched, named: namedDay, date: dayText(at, WHOLE_DAY) }),
      };
  }
}

/** The match's groups in the order they have where the date comes first: the weekday last. */
const weekdayLast = ([matched, weekday, ...date]: RegExpMatchArray): (string | undefined)[] => {
  return [matched, ...date.slice(0, 5), weekday];
};

const weekdayOf = (day: number): string => WEEKDAYS.charAt(new Date(day).getUTCDay());
const monthOf = (day: number): number => new Date(day).getUTCMonth() + 1;

const WEEKDAY_ONLY = {} as const;
const WHOLE_DAY = { month: 'long', day: 'numeric' } as const;

/** A day as the author reads it: 11月16日周一, Monday 16 November; without `parts` its weekday alone. */
const dayText = (day: number, parts: typeof WEEKDAY_ONLY | typeof WHOLE_DAY): string => {
  const [locale, weekday] = language() === 'zh' ? (['zh-CN', 'short'] as const) : (['en-GB', 'long'] as const);
  return new Intl.DateTimeFormat(locale, { ...parts, weekday, timeZone: 'UTC' }).format(day);
};

const laterDays = ({ endings }: AuthoredScenario): number[] => {
  return Object.values(endings).flatMap(({ later }) => {
    const days = /^(\d+)d$/.exec(later?.after ?? '')?.[1];
    return days === undefined ? [] : [Number(days)];
  });
};

/**
 * Sentences that must be true: the customer's, a good agent's, a notice's. Wrong answers and examples are left out:
 * they may miscount.
 */
const sentencesIn = (value: unknown, path: Path = []): { text: string; path: Path }[] => {
  if (typeof value === 'string') return [{ text: value, path }];
  if (Array.isArray(value)) return value.flatMap((inner, index) => sentencesIn(inner, [...path, index]));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    ['wrongs', 'contradicts', 'no', 'unless', 'examples'].includes(key) ? [] : sentencesIn(inner, [...path, key]),
  );
};
