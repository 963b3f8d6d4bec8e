import type { Reading } from '#language/reading/clause.ts';
import type { ReadReply } from '#language/reading/read-reply.ts';
import type { Value } from '#language/reading/value.ts';
import { calendarDay, isToday } from './story-day.ts';

const DAY_MINUTES = 24 * 60;
const HALF_DAY_MINUTES = 12 * 60;

/**
 * The reply with its clock times of today told as spans as well: a desk that shows 15:14 promises 17:14 where the card
 * says two hours. `nowMinute`: minutes of the story's day, `today`: that day. A time with another day beside it stays a
 * clock time alone.
 */
export const withTimesFromNow = (reply: ReadReply, nowMinute: number, today?: string): ReadReply => {
  const { values } = reply.reading;
  if (!values.some(({ kind }) => kind === 'clock')) return reply;
  const hasOtherDay = (clauseIndex: number): boolean =>
    values.some((value) => value.kind === 'date' && value.clauseIndex === clauseIndex && !isToday(value, today));
  const reading: Reading = {
    ...reply.reading,
    values: values.map((value) =>
      value.kind === 'clock' && !hasOtherDay(value.clauseIndex) ? withTime(value, nowMinute) : value,
    ),
  };
  return { ...reply, reading };
};

const withTime = <T extends Value>(value: T, nowMinute: number): T => {
  const seconds = untilS(value, nowMinute);
  return { ...value, untilS: seconds, comesAt: nowMinute + seconds / 60 };
};

/** Seconds until the next time the clock shows this; 五点 may be either half of the day. */
const untilS = ({ quantity, isAmbiguous }: Value, nowMinute: number): number => {
  const period = isAmbiguous ? HALF_DAY_MINUTES : DAY_MINUTES;
  return ((((quantity - nowMinute) % period) + period) % period) * 60;
};

/** The reply with the day of each date, by the story's calendar: 13号 said on the 10th is no 后天 (RULES T73). */
export const withCalendarDays = (reply: ReadReply, today: string): ReadReply => {
  const { values } = reply.reading;
  if (!values.some(({ kind }) => kind === 'date')) return reply;
  const dated = values.map((value) =>
    value.kind === 'date' ? { ...value, day: calendarDay(value.quantity, today) } : value,
  );
  return { ...reply, reading: { ...reply.reading, values: dated } };
};
