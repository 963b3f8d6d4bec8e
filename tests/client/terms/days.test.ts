import { describe, expect, test } from 'vitest';
import {
  dayName,
  daysLater,
  isDay,
  monthName,
  monthsLater,
  sameDayIn,
  weekdayName,
  weeksOf,
} from '#client/features/terms/model/days.ts';

describe('days of a calendar', () => {
  test('are counted over years, leap days and days on which a clock was moved [J68]', () => {
    expect(daysLater('2026-12-31', 1)).toBe('2027-01-01');
    expect(daysLater('2028-02-28', 1)).toBe('2028-02-29');
    expect(daysLater('2027-03-29', -1)).toBe('2027-03-28');
    expect(monthsLater('2026-12', 1)).toBe('2027-01');
    expect(monthsLater('2027-01', -1)).toBe('2026-12');
    expect(sameDayIn('2027-02', '2027-01-31')).toBe('2027-02-28');
    expect(sameDayIn('2026-12', '2026-11-20')).toBe('2026-12-20');
  });

  test('stand in weeks from Monday to Sunday', () => {
    const weeks = weeksOf('2026-11');
    expect([weeks.length, weeks[0]?.[0], weeks.at(-1)?.at(-1)]).toEqual([6, '2026-10-26', '2026-12-06']);
    // A February of four whole weeks, and a year that begins on a Friday.
    expect(weeksOf('2027-02')).toHaveLength(4);
    expect(weeksOf('2027-01')[0]?.[4]).toBe('2027-01-01');
    for (const week of weeks) expect(week).toHaveLength(7);
  });

  test('have names in the page’s language, whatever the device’s zone', () => {
    expect(dayName('2026-11-20')).toBe('11月20日周五');
    expect(monthName('2027-01')).toBe('2027年1月');
    expect(weekdayName('2026-10-26')).toBe('周一');
  });

  test('are days: nothing else is', () => {
    expect(['2026-11-20', '2026-13-01', '2026-1-1', '', 'heute'].map(isDay)).toEqual([
      true,
      false,
      false,
      false,
      false,
    ]);
  });
});
