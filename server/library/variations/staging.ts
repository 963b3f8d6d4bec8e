/**
 * A case on the day of a rush (RULES Q73): its calendar is moved as a whole, so that its today is the rush's day, and its
 * clock is the rush's where nothing in the case hangs on an hour of its own. What is drawn stays, what is reckoned from it
 * is reckoned anew, and right is what follows.
 */
import type { Card } from './card.ts';
import { type CaseTemplate, combinationAt, type Layout, type Variant, variantOf } from './case-template.ts';
import { combination } from './combinations.ts';
import { withLatelyMoved } from './lately.ts';
import type { Staging } from './story-time.ts';
import { type Bound, boundTo, hasHour, hoursIn, withDaysMoved } from './story-words.ts';
import { clockOf, dayOf, minutesOf, type Value, type Values, valueAt } from './value.ts';

/** Minutes by which a case that hangs on an hour of its own may be away from the desk's clock. */
const NEAR_MIN = 45;
const DAYS_A_WEEK = 7;
const AFTERNOON_MIN = 13 * 60;
const ALONE = /^【([^】\s]+)(?:\s+[^】]+)?】$/u;

/**
 * The variant of a card on that day and at that hour, or null where it can't be played then. A case that hangs on an hour
 * comes at the desk's clock where its own is near, no hour it names lies between both, and nobody reads its own
 * (RULES J160). `isWanted`: the variant is about what the shop changes that day, and keeps a distant hour.
 */
export const stagedVariant = (layout: Layout, card: Card, staging: Staging, isWanted = false): Variant | null => {
  const drawn = combinationAt(layout, card);
  const [day, arrival] = [dayOf(staging.date), minutesOf(staging.time)];
  const { template, shop } = layout;
  const { date, time } = storyOf(template);
  const storyDay = drawn === undefined ? null : dayAt(date, drawn.values);
  if (drawn === undefined || day === null || arrival === null || storyDay === null) return null;
  const days = day - storyDay;
  const bound = boundTo(template);
  if (!isWanted && bound.date && days !== 0) return null;
  if (!isWanted && bound.weekday && days % DAYS_A_WEEK !== 0) return null;

  const moved = withDaysMoved(template, days, storyDay);
  const clockName = ALONE.exec(time)?.[1] ?? '';
  const ownMinutes = minutesAt(time, drawn.values);
  const isNear = ownMinutes !== null && Math.abs(ownMinutes - arrival) <= NEAR_MIN;
  const isDrawnClock =
    drawn.draws[clockName]?.kind === 'clock' && (isWanted || isAmong(layout.valuesTaken(clockName), arrival));
  const [rowName = '', fieldName = ''] = isNear && !isDrawnClock ? clockName.split('.') : [];
  const atArrival: Value = { kind: 'clock', minutes: arrival };
  const draws = mapped(drawn.draws, (value, name) => {
    if (isDrawnClock && name === clockName) return atArrival;
    const later = laterBy(value, days);
    return name === rowName && hasClock(later, fieldName) ? withField(later, fieldName, atArrival) : later;
  });
  const made = combination(draws, moved.vary, shop, []);
  if (made === null || 'fault' in made) return null;
  const isFree =
    isDrawnClock || (clockName === '' && !isHourBound(bound, arrival) && !Object.values(made.values).some(namesHour));
  const isAtArrival = isFree || ownMinutes === arrival || minutesAt(time, made.values) === arrival;
  if (!isFree && !isWanted) {
    if (ownMinutes === null || !isNear) return null;
    if (Object.values(drawn.values).some(liesBetween(ownMinutes, arrival))) return null;
    if (hoursIn(template).some((minutes) => areApart(minutes, ownMinutes, arrival))) return null;
    if (!isAtArrival && isRead(template, clockName)) return null;
  }

  const variant = variantOf(
    { template: moved, shop, valuesTaken: (name) => layout.valuesTaken(name).map((value) => laterBy(value, days)) },
    made,
    card,
    { dressed: dressedName(template, staging.name), ...(staging.linesTaken && { linesTaken: staging.linesTaken }) },
  );
  const story = {
    date: staging.date,
    time: clockOf(isAtArrival || !isWanted ? arrival : (minutesAt(time, made.values) ?? arrival)),
  };
  // A story whose clock is written out tells of the minutes before it by that clock.
  const isWritten = isFree && clockName === '' && ownMinutes !== null;
  const clocks = { date: staging.date, from: ownMinutes ?? 0, to: arrival };
  const told = <T>(part: T): T => (isWritten ? withLatelyMoved(part, clocks) : part);
  const staged = {
    ...variant,
    scenario: { ...variant.scenario, value: { ...Object(told(variant.scenario.value)), story } },
    testplan: variant.testplan && { ...variant.testplan, value: told(variant.testplan.value) },
  };
  if (variant.scenario.faults.length > 0) return null;
  if (!isWanted && (isAhead(staged.scenario.value, story) || endsThere(staged.scenario.value, staging))) return null;
  return staged;
};

/** A clock with a colon, as announcements write the hour at which an offer ends. */
const CLOCK = /(?<!\d)\d{1,2}:\d{2}/g;

/**
 * Whether the announcement that comes with the customer changes a good until an hour at which the rush still goes on: nothing
 * would tell the desks that it is over, and the goods would keep its price (RULES J234).
 */
const endsThere = ({ incident }: Readonly<Record<string, unknown>>, { time, ends }: Staging): boolean => {
  const { notice, changes } = Object(incident) as { notice?: unknown; changes?: unknown };
  const [from, until] = [minutesOf(time), minutesOf(ends ?? '')];
  if (changes == null || from === null || until === null) return false;
  const hours = [...String(notice ?? '').matchAll(CLOCK)].map(([clock]) => minutesOf(clock.padStart(5, '0')) ?? from);
  return hours.some((minutes) => minutes > from && minutes <= until);
};

const storyOf = ({ body }: CaseTemplate): { date: string; time: string } => {
  const { date = '', time = '' } = Object(body.story) as { date?: unknown; time?: unknown };
  return { date: String(date), time: String(time) };
};

/** The day that a story's date names: written out, or by a variable. */
const dayAt = (text: string, values: Values): number | null => {
  const value = valueAt(values, ALONE.exec(text)?.[1] ?? '');
  return value?.kind === 'date' ? value.day : dayOf(text);
};

const minutesAt = (text: string, values: Values): number | null => {
  const value = valueAt(values, ALONE.exec(text)?.[1] ?? '');
  return value?.kind === 'clock' ? value.minutes : minutesOf(text);
};

/** Whether words written out would be untrue at this minute of the day. */
export const isHourBound = ({ hour, forenoon }: Bound, minutes: number): boolean =>
  hour || (forenoon && minutes < AFTERNOON_MIN);

/** Between the earliest and the latest hour that the author drew, or near one of them: other hours nobody has checked. */
const isAmong = (clocks: readonly Value[], minutes: number): boolean => {
  const drawn = clocks.flatMap((value) => (value.kind === 'clock' ? [value.minutes] : []));
  return minutes >= Math.min(...drawn) - NEAR_MIN && minutes <= Math.max(...drawn) + NEAR_MIN;
};

const namesHour = (value: Value): boolean => {
  if (value.kind === 'row') return Object.values(value.fields).some(namesHour);
  return value.kind === 'clock' || (value.kind === 'word' && hasHour(value.text));
};

/**
 * Whether an hour the case draws lies between its own and the desk's: over at one of them and to come at the other, as
 * 活动到20:00 is to who comes at 20:09 of their story and at 19:55 of the desk.
 */
const liesBetween = (own: number, arrival: number): ((value: Value) => boolean) => {
  const isBetween = (value: Value): boolean =>
    value.kind === 'row'
      ? Object.values(value.fields).some(isBetween)
      : value.kind === 'clock' && areApart(value.minutes, own, arrival);
  return isBetween;
};

/** Whether that minute is over at one of the two clocks and to come at the other. */
const areApart = (minutes: number, own: number, arrival: number): boolean =>
  minutes !== own && minutes <= own !== minutes <= arrival;

/** Whether anybody reads the story's own clock: it stands in words, or in a time of an order. */
const isRead = ({ body, plan }: CaseTemplate, clockName: string): boolean => {
  const { story: _, ...read } = body;
  return clockName !== '' && JSON.stringify([read, plan]).includes(`【${clockName}`);
};

const hasClock = (value: Value, name: string): boolean => value.kind === 'row' && value.fields[name]?.kind === 'clock';

const withField = (value: Value, name: string, field: Value): Value =>
  value.kind === 'row' ? { kind: 'row', fields: { ...value.fields, [name]: field } } : value;

const laterBy = (value: Value, days: number): Value => {
  if (value.kind === 'date') return { kind: 'date', day: value.day + days };
  return value.kind === 'row' ? { kind: 'row', fields: mapped(value.fields, (field) => laterBy(field, days)) } : value;
};

const mapped = (values: Values, change: (value: Value, name: string) => Value): Values =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, change(value, name)]));

/** The variable that the customer's name is dressed with; undefined: the name stands written out. */
const nameVariable = ({ body }: CaseTemplate): string | undefined =>
  ALONE.exec(String((Object(body.customer) as { name?: unknown }).name))?.[1];

const dressedName = (template: CaseTemplate, name: string | undefined): Values => {
  const variable = nameVariable(template);
  return name === undefined || variable === undefined ? {} : { [variable]: { kind: 'word', text: name } };
};

/** The names its customers go by, in the author's order; none where the name can't be chosen. */
export const namesIn = (template: CaseTemplate): string[] => {
  const dressed = template.vary.dress?.[nameVariable(template) ?? ''];
  return Array.isArray(dressed) ? dressed.map(String) : [];
};

/** Whether something is told as done that lies ahead: an order of 14:10 today where the customer comes at 13:04. */
export const isAhead = (
  scenario: Readonly<Record<string, unknown>>,
  { date, time }: { date: string; time: string },
): boolean => {
  const times = JSON.stringify([scenario.order, scenario.orders, scenario.before]) ?? '';
  return [...times.matchAll(/(\d{2}-\d{2}) (\d{2}:\d{2})/g)].some(
    ([, day = '', clock = '']) => day === date.slice(5) && clock > time,
  );
};
