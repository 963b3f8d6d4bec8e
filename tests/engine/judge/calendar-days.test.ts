/** Dates compared as days of the story's calendar (RULES T73). */
import { describe, expect, it } from 'vitest';
import { calendarDay } from '#engine/judge/story-day.ts';
import { withCalendarDays } from '#engine/judge/times-from-now.ts';
import { readReply } from '#language/reading/read-reply.ts';
import { areRivals, isSameValue } from '#language/reading/same-value.ts';
import { valuesIn } from '#language/reading/values.ts';

/** A Tuesday. */
const TODAY = '2026-11-10';
const compared = (reply: string, wording: string, today = TODAY): 'same' | 'rival' | 'apart' => {
  const [said] = withCalendarDays(readReply(reply), today).reading.values.filter(({ kind }) => kind === 'date');
  const [wanted] = valuesIn(wording).filter(({ kind }) => kind === 'date');
  if (said === undefined || wanted === undefined) throw new Error(`no date: ${reply} ${wording}`);
  expect([isSameValue(wanted, said), areRivals(wanted, said)]).toEqual([
    isSameValue(said, wanted),
    areRivals(said, wanted),
  ]);
  if (isSameValue(said, wanted)) return 'same';
  return areRivals(said, wanted) ? 'rival' : 'apart';
};

describe('[T73] a day said', () => {
  it.each([
    ['最晚12号发', '后天发'],
    ['最晚11月12日发', '后天发'],
    ['后天发', '12号发'],
    ['后天发', '11月12日发'],
    ['13号发', '周五发'],
    ['明天发', '周三发'],
    ['周五发', '周五发'],
  ])('「%s」 is 「%s」', (reply, wording) => expect(compared(reply, wording)).toBe('same'));

  it.each([
    ['最晚13号发', '后天发'],
    ['最晚11月13日发', '后天发'],
    ['后天发', '13号发'],
    ['明天发', '11月12日发'],
    ['13号发', '12号发'],
  ])('「%s」 isn’t 「%s」', (reply, wording) => expect(compared(reply, wording)).toBe('rival'));

  it('of any week is compared with no date', () => {
    expect(compared('周五发', '13号发')).toBe('apart');
  });

  it('goes over the end of a month and a year', () => {
    expect(compared('后天发', '12月1日发', '2026-11-29')).toBe('same');
    expect(compared('1号发', '明天发', '2026-12-31')).not.toBe('same');
    expect(calendarDay(101, '2026-12-31')).toMatchObject({ fromToday: 1, code: 1001, weekday: 204 });
  });

  it('of no calendar has none', () => {
    expect(calendarDay(2030, TODAY)).toBeUndefined();
    expect(calendarDay(205, TODAY)).toBeUndefined();
  });
});
