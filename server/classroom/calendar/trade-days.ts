/** Days of the trade's year, and which drills belong around them. Days are 2026-11-20 and know no clock. */
import type { TradeEvent, TradeStep, TradeYear } from '#contract/terms/trade-year.ts';
import { DAY_MS } from '#contract/wire/spans.ts';

/** `n` days later, earlier for a negative `n`: counted in days, so that no change of a clock moves one. */
export const daysLater = (day: string, n: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + n * DAY_MS).toISOString().slice(0, 10);

/** When an event is in a year; null where its Spring Festival isn't known. `year` of such an event: the festival's. */
const dayOfEvent = ({ springFestivals }: TradeYear, { day, spring = 0 }: TradeEvent, year: number): string | null => {
  if (day !== undefined) return `${year}-${day}`;
  const festival = springFestivals.days.find((one) => one.startsWith(`${year}-`));
  return festival === undefined ? null : daysLater(festival, spring);
};

export type HeldEvent = { event: TradeEvent; day: string };

/** Events of all years that a span of days or what belongs around them may touch, by day. */
export const eventsAround = (year: TradeYear, firstDay: string, lastDay: string): HeldEvent[] => {
  const [first, last] = [firstDay, lastDay].map((day) => Number(day.slice(0, 4)));
  const years = Array.from({ length: (last ?? 0) - (first ?? 0) + 3 }, (_, n) => (first ?? 0) - 1 + n);
  return years
    .flatMap((one) =>
      year.events.flatMap((event) => {
        const day = dayOfEvent(year, event, one);
        return day === null ? [] : [{ event, day }];
      }),
    )
    .toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
};

/** An event of one year: what is planned for it next year is another. */
export const heldId = ({ event, day }: HeldEvent): string => `${event.id}@${day}`;

/** The steps of events that lie on days of the span, by day. */
export const stepsIn = (
  events: readonly HeldEvent[],
  firstDay: string,
  lastDay: string,
): { held: HeldEvent; step: TradeStep; day: string }[] =>
  events
    .flatMap((held) => held.event.steps.map((step) => ({ held, step, day: daysLater(held.day, step.days) })))
    .filter(({ day }) => firstDay <= day && day <= lastDay)
    .toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
