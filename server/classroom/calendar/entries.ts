/** What stands on the days of a term (RULES J68): its runs, leave, handover notes, planned drills and promotions. */
import { dayAndMinuteInChina, windowOf } from '#classroom/homework/window.ts';
import { dayIn, isIn, itemOf } from '#classroom/terms/term-items.ts';
import type { ClassTerm } from '#classroom/terms/terms.ts';
import type { CalendarEntry, DrillOfStep } from '#contract/terms/calendar.ts';
import type { Shift } from '#contract/terms/teams.ts';
import type { TradeStep, TradeYear } from '#contract/terms/trade-year.ts';
import { MINUTE_MS } from '#contract/wire/spans.ts';
import type { SchoolCatalog } from '#drills/catalog/catalog.ts';
import { nameOfRush, nameOfTradeEvent, nameOfTradeStep } from '#scoring/facts/trade-texts.ts';
import type { StoredLeave, StoredNote } from '#storage/attendance.ts';
import type { StoredPlannedDrill } from '#storage/mentors/planned-drills.ts';
import { type HeldEvent, heldId } from './trade-days.ts';

/** An entry with what a calendar's file needs of it: the moment, where it has one, and until when. */
export type TimedEntry = { entry: CalendarEntry; at: number | null; until: number | null };

/** Times are Beijing's for everybody, wherever machine and device are. */
const momentOf = (at: number): { day: string; time: string } => {
  const [day = '', time = ''] = dayAndMinuteInChina(at).split(' ');
  return { day, time };
};
export const dayInChina = (at: number): string => momentOf(at).day;
const wholeDay = (entry: CalendarEntry): TimedEntry => ({ entry, at: null, until: null });

/** `ownDueAt`: of whom the due time was moved for. A run that hasn't begun is on the day and hour planned for it, else on the day on which it was made. */
export const runEntries = (
  run: ClassTerm['runs'][number],
  { term }: Pick<ClassTerm, 'term'>,
  { now, shift, ownDueAt }: { now: number; shift: Shift | null; ownDueAt: number | undefined },
): TimedEntry[] => {
  const { kind: item, name, form, state, contest } = itemOf(run, now);
  const base = { kind: 'run' as const, run: run.id, name, item, form, state, shift, ...(contest && { contest }) };
  const { homework } = run.plan;
  if (homework === undefined) {
    const { startedAt, endedAt } = run;
    const { startsAt } = run.plan;
    if (startedAt === null && startsAt !== undefined)
      return [
        {
          ...{ entry: { ...base, ...momentOf(startsAt), moment: null }, at: startsAt },
          until: startsAt + lengthOf(run.plan) * MINUTE_MS,
        },
      ];
    if (startedAt === null) return [wholeDay({ ...base, day: dayIn(run), time: null, moment: null })];
    const entry = { ...base, ...momentOf(startedAt), moment: null };
    return [{ entry, at: startedAt, until: endedAt }];
  }
  const { opensAt, dueAt } = windowOf(homework, ownDueAt);
  return (
    [
      ['opens', opensAt],
      ['due', dueAt],
    ] as const
  ).flatMap(([moment, at]) => {
    const when = momentOf(at);
    return isIn(term, when.day) ? [{ entry: { ...base, ...when, moment }, at, until: null }] : [];
  });
};

/** Minutes of the whole lesson, or of its drill where it has no timetable. */
const lengthOf = ({ stages, minutes }: ClassTerm['runs'][number]['plan']): number =>
  stages.length === 0 ? minutes : stages.reduce((sum, stage) => sum + stage.minutes, 0);

export const leaveEntries = (leaves: readonly StoredLeave[], nameOf: (person: string) => string): TimedEntry[] =>
  leaves.flatMap(({ day, span, state, person }) =>
    state === 'approved' || state === 'asked'
      ? [wholeDay({ kind: 'leave', day, time: null, name: nameOf(person), span, state })]
      : [],
  );

/** One entry for what a team's shift wrote on a day. */
export const handoverEntries = (notes: readonly StoredNote[]): TimedEntry[] => {
  const entries = new Map<string, Extract<CalendarEntry, { kind: 'handover' }>>();
  for (const { day, team, shift, taken } of notes) {
    const key = JSON.stringify([day, team, shift]);
    const before = entries.get(key) ?? { kind: 'handover', day, time: null, team, shift, notes: 0, open: 0 };
    entries.set(key, { ...before, notes: before.notes + 1, open: before.open + (taken === null ? 1 : 0) });
  }
  return [...entries.values()].map(wholeDay);
};

/** Null where none of its cases is there any more, or its rush. */
export const drillOf = ({ cases, rush }: TradeStep, { find, rush: rushes }: SchoolCatalog): DrillOfStep | null => {
  if (rush !== undefined) {
    const profile = rushes.profiles.find(({ id }) => id === rush.profile);
    return profile === undefined ? null : { rush: { ...rush, profileName: nameOfRush(profile) } };
  }
  const known = (cases ?? []).flatMap((id) => {
    const scenario = find(id);
    return scenario === null ? [] : [{ id, title: scenario.title }];
  });
  return known.length === 0 ? null : { cases: known };
};

/** Of those that weren't taken away. What the trade's year has no more of keeps its ids as names. */
export const plannedEntries = (
  planned: readonly StoredPlannedDrill[],
  { events }: TradeYear,
  catalog: SchoolCatalog,
): TimedEntry[] =>
  planned.flatMap(({ id, event: heldEvent, step: stepId, day, removedAt }) => {
    if (removedAt !== null) return [];
    const [eventId = ''] = heldEvent.split('@');
    const event = events.find((one) => one.id === eventId);
    const step = event?.steps.find((one) => one.id === stepId);
    const name = event === undefined ? eventId : nameOfTradeEvent(event);
    const drill = step === undefined ? null : drillOf(step, catalog);
    const stepName = step === undefined ? stepId : nameOfTradeStep(step);
    return [wholeDay({ kind: 'planned', day, time: null, id, event: heldEvent, name, step: stepName, drill })];
  });

export const eventEntries = (events: readonly HeldEvent[], { term }: Pick<ClassTerm, 'term'>): TimedEntry[] =>
  events.flatMap((held) =>
    isIn(term, held.day)
      ? [
          wholeDay({
            kind: 'event',
            day: held.day,
            time: null,
            event: heldId(held),
            name: nameOfTradeEvent(held.event),
          }),
        ]
      : [],
  );

const ORDER: readonly CalendarEntry['kind'][] = ['event', 'planned', 'run', 'leave', 'handover'];
/** By day, then what takes the whole day, then by time. */
export const inOrder = (entries: readonly TimedEntry[]): TimedEntry[] =>
  entries.toSorted(({ entry: a }, { entry: b }) => {
    const [keyA, keyB] = [a, b].map((one) => `${one.day} ${one.time ?? ''}`);
    if (keyA !== keyB) return (keyA ?? '') < (keyB ?? '') ? -1 : 1;
    return ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind);
  });
