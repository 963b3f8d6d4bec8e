/** A term's calendar as staff and its trainees see it, and as a file (RULES J68, J70). */
import { seatDueTimes } from '#classroom/homework/window.ts';
import { type OwnFound, ownTerm } from '#classroom/own-terms/own-terms.ts';
import { claimant } from '#classroom/results/practice-claims.ts';
import { namesOf } from '#classroom/terms/people-of-term.ts';
import { runsIn } from '#classroom/terms/term-items.ts';
import { type ClassTerm, sharedRuns } from '#classroom/terms/terms.ts';
import { isTeacher, type Principal, type SignedIn } from '#common/access.ts';
import type { Clock } from '#common/clock.ts';
import type { Reply } from '#contract/errors.ts';
import type { OwnCalendar, SuggestedDrill, TermCalendar } from '#contract/terms/calendar.ts';
import type { Catalogs } from '#drills/catalog/catalog.ts';
import { nameOfTradeEvent, nameOfTradeStep } from '#scoring/facts/trade-texts.ts';
import type { Storage } from '#storage/storage.ts';
import {
  dayInChina,
  drillOf,
  eventEntries,
  handoverEntries,
  inOrder,
  leaveEntries,
  plannedEntries,
  runEntries,
  type TimedEntry,
} from './entries.ts';
import { eventsAround, heldId, stepsIn } from './trade-days.ts';

export type CalendarNeeds = {
  storage: Storage;
  clock: Pick<Clock, 'now'>;
  catalogs: Pick<Catalogs, 'of' | 'tradeYear'>;
};

/** `own` null: for staff, with everybody's leave and all teams' notes. */
export const entriesOf = async (
  { storage, clock, catalogs }: CalendarNeeds,
  { term, runs }: ClassTerm,
  own: Pick<OwnFound, 'person' | 'place'> | null,
): Promise<TimedEntry[]> => {
  const { attendance, plannedDrills } = storage;
  const now = clock.now();
  const shifts = new Map((await attendance.shifts(term.id)).map(({ run, shift }) => [run, shift]));
  const isFor = (shift: string | null): boolean =>
    own === null || shift === null || own.place === null || own.place.shift === null || own.place.shift === shift;
  const ofRuns: TimedEntry[] = [];
  for (const run of runsIn(term, runs)) {
    const shift = shifts.get(run.id) ?? null;
    if (!isFor(shift)) continue;
    const ownDueAt = own === null ? undefined : await dueOf(storage, run.id, own.person);
    ofRuns.push(...runEntries(run, { term }, { now, shift, ownDueAt }));
  }
  const leaves = (await attendance.leaves(term.id)).filter(({ person }) => own === null || person === own.person);
  const nameOf = await namesOf(
    { storage },
    leaves.map(({ person }) => person),
  );
  const notes = (await attendance.notes(term.id)).filter(({ team }) => own === null || team === own.place?.team);
  return inOrder([
    ...ofRuns,
    ...leaveEntries(leaves, nameOf),
    ...handoverEntries(notes),
    ...plannedEntries(await plannedDrills.ofTerm(term.id), catalogs.tradeYear, await catalogs.of(term.school)),
    ...eventEntries(eventsAround(catalogs.tradeYear, term.firstDay, term.lastDay), { term }),
  ]);
};

/** When the person's own seat has to have handed in, where a teacher moved it. */
const dueOf = async ({ runs }: Pick<Storage, 'runs'>, run: string, person: string): Promise<number | undefined> => {
  const seat = (await runs.seats(run)).find((one) => one.person === person);
  return seat === undefined ? undefined : seatDueTimes(await runs.log(run)).get(seat.id);
};

export const termCalendar = async (
  needs: CalendarNeeds,
  found: ClassTerm,
  { role, isVisiting }: Pick<SignedIn, 'role' | 'isVisiting'>,
): Promise<TermCalendar> => {
  const { storage, clock, catalogs } = needs;
  const { id, name } = found.schoolClass;
  const { id: term, name: termName, firstDay, lastDay } = found.term;
  const mayPlan = isTeacher(role);
  return {
    class: { id, name },
    term: { id: term, name: termName, firstDay, lastDay },
    today: dayInChina(clock.now()),
    entries: (await entriesOf(needs, found, null)).map(({ entry }) => entry),
    suggested: mayPlan ? await suggestedIn(needs, found) : [],
    source: catalogs.tradeYear.source,
    mayPlan,
    ...(isVisiting === true ? { visiting: await sharedRuns(storage, found.term.school) } : {}),
  };
};

const suggestedIn = async ({ storage, catalogs }: CalendarNeeds, { term }: ClassTerm): Promise<SuggestedDrill[]> => {
  const { firstDay, lastDay } = term;
  const catalog = await catalogs.of(term.school);
  const planned = (await storage.plannedDrills.ofTerm(term.id)).filter(({ removedAt }) => removedAt === null);
  const events = eventsAround(catalogs.tradeYear, firstDay, lastDay);
  return stepsIn(events, firstDay, lastDay).flatMap(({ held, step, day }) => {
    const drill = drillOf(step, catalog);
    if (drill === null) return [];
    const event = heldId(held);
    return [
      {
        ...{ event, eventName: nameOfTradeEvent(held.event), eventDay: held.day },
        ...{ step: step.id, name: nameOfTradeStep(step), days: step.days, day, drill },
        planned: planned.some((one) => one.event === event && one.step === step.id),
      },
    ];
  });
};

/** Of whoever is signed in or sits there; another's is answered like one that doesn't exist. */
export const ownCalendarEntries = async (
  needs: CalendarNeeds,
  principal: Principal,
  term: string,
): Promise<Reply<{ found: OwnFound; entries: TimedEntry[] }>> => {
  const found = await ownTerm(needs, (await claimant(needs.storage, principal))?.id ?? null, term);
  if (!found.ok) return found;
  const entries = await entriesOf(needs, found.value, found.value);
  // Whoever taps a name on a roster isn't told when that person is away (RULES A7).
  const shown = principal.person === null ? entries.filter(({ entry }) => entry.kind !== 'leave') : entries;
  return { ok: true, value: { found: found.value, entries: shown } };
};

export const ownCalendar = async (
  needs: CalendarNeeds,
  principal: Principal,
  id: string,
): Promise<Reply<OwnCalendar>> => {
  const own = await ownCalendarEntries(needs, principal, id);
  if (!own.ok) return own;
  const { term, schoolClass } = own.value.found;
  const { name, firstDay, lastDay } = term;
  return {
    ok: true,
    value: {
      term: { id: term.id, name, firstDay, lastDay },
      ...{ className: schoolClass.name, today: dayInChina(needs.clock.now()) },
      entries: own.value.entries.map(({ entry }) => entry),
    },
  };
};
