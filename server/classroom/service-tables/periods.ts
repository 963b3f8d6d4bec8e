/** The days that a whole table is of, where none of its columns says so (RULES J100). */
import { dayOf } from '#classroom/exports/local-time.ts';
import type { Period } from '#contract/service-data/tables.ts';
import { DAY_MS } from '#contract/wire/spans.ts';
import { timeOf } from './figures.ts';

/** A leap year: nobody compares agents over longer. */
const MOST_DAYS = 366;

/** 2026-11-01, 2026/11/1, 2026年11月1日, 20261101; not within a longer number. */
const DAY = /(?<!\d)(20\d{2})(?:[-/._年](\d{1,2})[-/._月](\d{1,2})日?|(\d{2})(\d{2}))(?!\d)/g;
/** 2026年11月, 2026-11 */
const MONTH = /(?<!\d)(20\d{2})(?:年|[-/.])(\d{1,2})(?:月|(?![\d/.-]))/;

const startOf = (day: string): number | null => {
  const at = timeOf(day);
  return typeof at === 'number' ? at : null;
};

/** The days a title or a file's name tells: two of them, a single one, or a month. Null: none that can be. */
export const periodIn = (text: string): Period | null => {
  const days = [...text.normalize('NFKC').matchAll(DAY)].flatMap(([, year, month, day, month2, day2]) => {
    const at = startOf(`${year}-${month ?? month2}-${day ?? day2}`);
    return at === null ? [] : [at];
  });
  const [first] = days;
  if (first !== undefined) return { first: dayOf(Math.min(...days)), last: dayOf(Math.max(...days)) };
  const [, year, month] = MONTH.exec(text.normalize('NFKC')) ?? [];
  if (year === undefined || Number(month) < 1 || Number(month) > 12) return null;
  return {
    first: dayOf(new Date(Number(year), Number(month) - 1, 1).getTime()),
    last: dayOf(new Date(Number(year), Number(month), 0).getTime()),
  };
};

/** First moments of the first and the last day; null: these are no days of the past in their order. */
export const momentsOf = ({ first, last }: Period, now: number): { first: number; last: number } | null => {
  const [from, until] = [startOf(first), startOf(last)];
  if (from === null || until === null || from > until || until > now) return null;
  return until - from >= MOST_DAYS * DAY_MS ? null : { first: from, last: until };
};
