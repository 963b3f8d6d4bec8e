import { describe, expect, test } from 'vitest';
import { daysLater, eventsAround, heldId, stepsIn } from '#classroom/calendar/trade-days.ts';
import { loadSharedContent } from '#library/load-shared-content.ts';
import { TRADE_EVENTS, TRADE_STEPS } from '#scoring/facts/trade-ids.ts';

const { catalogue, diagnostics } = loadSharedContent('scenarios');
const { tradeYear } = catalogue;

describe('days', () => {
  test('are counted over the ends of months and years, leap days, and days on which a clock was put forward [J68]', () => {
    expect(daysLater('2026-12-31', 1)).toBe('2027-01-01');
    expect(daysLater('2027-01-01', -1)).toBe('2026-12-31');
    expect(daysLater('2028-02-28', 1)).toBe('2028-02-29');
    expect(daysLater('2027-02-28', 1)).toBe('2027-03-01');
    // In zones with summer time these days have 23 and 25 hours.
    expect(daysLater('2027-03-13', 2)).toBe('2027-03-15');
    expect(daysLater('2027-10-30', 2)).toBe('2027-11-01');
    expect(daysLater('2026-11-11', -28)).toBe('2026-10-14');
    expect(daysLater(daysLater('2026-06-18', 366), -366)).toBe('2026-06-18');
  });
});

describe('the trade’s year', () => {
  test('is read without a fault; what it names is there, and every name has words in both languages [J69]', () => {
    expect(diagnostics).toEqual([]);
    expect(tradeYear.events.map(({ id }) => id)).toEqual([...TRADE_EVENTS]);
    const steps = tradeYear.events.flatMap((event) => event.steps);
    expect([...new Set(steps.map(({ id }) => id))].toSorted()).toEqual([...TRADE_STEPS].toSorted());
    for (const { steps: own } of tradeYear.events) expect(new Set(own.map(({ id }) => id)).size).toBe(own.length);
    const profiles = catalogue.rush.profiles.map(({ id }) => id);
    expect(
      steps.flatMap(({ rush }) => (rush === undefined ? [] : [rush.profile])).filter((id) => !profiles.includes(id)),
    ).toEqual([]);
  });

  test('has the Spring Festivals of the lunar calendar', () => {
    const lunar = new Intl.DateTimeFormat('en-u-ca-chinese', { month: 'numeric', day: 'numeric', timeZone: 'UTC' });
    const partsOf = (day: string) =>
      lunar
        .formatToParts(new Date(`${day}T00:00:00Z`))
        .flatMap(({ type, value }) => (type === 'month' || type === 'day' ? [value] : []));
    // ICU reckons the new moon to some minutes: where it falls close to midnight in Beijing, ICU may be a day away.
    for (const day of tradeYear.springFestivals.days)
      expect([-1, 0, 1].map((n) => partsOf(daysLater(day, n)).join('-'))).toContain('1-1');
    const years = tradeYear.springFestivals.days.map((day) => Number(day.slice(0, 4)));
    expect(years).toEqual(years.map((_, n) => (years[0] ?? 0) + n));
  });

  test('counts back from a promotion, into the year before and over years [J69]', () => {
    const around = eventsAround(tradeYear, '2026-12-20', '2027-02-10');
    const held = (name: string) => around.filter(({ event }) => event.id === name).map(({ day }) => day);
    expect(held('d1212')).toEqual(
      ['2025-12-12', '2026-12-12', '2027-12-12', '2028-12-12'].slice(0, held('d1212').length),
    );
    // Three weeks before 2027-02-06.
    expect(held('new-year')).toContain('2027-01-16');
    const steps = stepsIn(around, '2026-12-20', '2027-02-10');
    const named = steps.map(({ held: one, step, day }) => [heldId(one), step.id, day]);
    expect(named).toEqual([
      ['new-year@2027-01-16', 'goods', '2027-01-02'],
      ['new-year@2027-01-16', 'rush', '2027-01-09'],
      ['new-year@2027-01-16', 'full-rush', '2027-01-14'],
      ['new-year@2027-01-16', 'before-new-year', '2027-01-21'],
      ['new-year@2027-01-16', 'fresh', '2027-01-26'],
    ]);
    const spring = stepsIn(eventsAround(tradeYear, '2027-05-17', '2027-06-20'), '2027-05-17', '2027-06-20');
    expect(spring.map(({ step, day }) => [step.id, day])).toEqual([
      ['goods', '2027-05-21'],
      ['offers', '2027-05-28'],
      ['small-rush', '2027-06-04'],
      ['rush', '2027-06-11'],
      ['full-rush', '2027-06-16'],
      ['shipping', '2027-06-20'],
    ]);
  });

  test('leaves out a festival whose day it doesn’t know', () => {
    expect(eventsAround(tradeYear, '2051-01-01', '2051-02-28').map(({ event }) => event.id)).not.toContain('new-year');
  });
});
