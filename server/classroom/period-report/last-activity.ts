/** When each trainee of a class last did something for it (RULES A20). Practice that nobody was shown is left out. */
import { kindOf } from '#classroom/terms/term-items.ts';
import type { LastActivity } from '#contract/terms/period.ts';
import { DAY_MS } from '#contract/wire/spans.ts';
import type { StoredHandedIn } from '#storage/handed-in.ts';
import type { SchoolClass } from '#storage/people.ts';
import type { Run } from '#storage/runs.ts';
import type { Storage } from '#storage/storage.ts';

/** `runs`: the school's, by id. `handedIn`: to the class. A drill or text counts by its beginning: one that was left ends days later by itself. */
export const lastActivity = async (
  storage: Storage,
  { id: classId, school }: Pick<SchoolClass, 'id' | 'school'>,
  person: string,
  runs: ReadonlyMap<string, Run>,
  handedIn: readonly StoredHandedIn[],
): Promise<LastActivity | null> => {
  const done: LastActivity[] = [];
  const add = (runId: string, at: number | null | undefined): void => {
    const run = runs.get(runId);
    if (run === undefined || run.classId !== classId || at === null || at === undefined) return;
    done.push({ at, kind: kindOf(run), name: run.name });
  };
  const seats = (await storage.runs.seatsHeld(null, person, 'all')).filter((seat) => seat.school === school);
  // A re-sit's seats are joined by the teacher who opens it; what is begun there counts below.
  for (const { run, joinedAt } of seats) if (runs.get(run)?.plan.exam?.of === undefined) add(run, joinedAt);
  for (const { place, openedAt } of await storage.drillsOf(null, person)) if (place !== null) add(place.run, openedAt);
  const runOfSeat = new Map(seats.map((seat) => [seat.id, seat.run]));
  for (const seat of await storage.papers.seatsSat(null, person)) {
    const run = runOfSeat.get(seat);
    if (run === undefined) continue;
    const sitting = await storage.papers.sitting(seat);
    const answered = (await storage.papers.answers(seat)).map(({ at }) => at);
    add(run, Math.max(sitting?.begunAt ?? 0, sitting?.handedInAt ?? 0, ...answered));
  }
  for (const seat of await storage.exams.seatsHeld(null, person)) {
    const run = runOfSeat.get(seat);
    if (run !== undefined) add(run, (await storage.exams.typing(seat))?.begunAt);
  }
  for (const { seat, at, titles } of handedIn)
    if (runOfSeat.has(seat)) done.push({ at, kind: 'handed-in', name: titles[0] ?? '' });
  return done.reduce<LastActivity | null>((last, one) => (last === null || one.at > last.at ? one : last), null);
};

/** Days between the two by the school's calendar: something of yesterday evening is one day ago this morning. */
export const daysSince = (dayThen: string, today: string): number =>
  Math.max(0, Math.round((Date.parse(today) - Date.parse(dayThen)) / DAY_MS));
