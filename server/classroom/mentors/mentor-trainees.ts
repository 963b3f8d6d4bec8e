/** All trainees of a mentor's terms in one table: key indicators, attendance, marks, last drill (RULES J88). */
import { schoolName } from '#classroom/accounts/sign-in.ts';
import { dayOf } from '#classroom/exports/local-time.ts';
import { yieldToOthers } from '#classroom/results/run-drills.ts';
import { expectedOf, sumsOf } from '#classroom/terms/attendance-marks.ts';
import { keptRow } from '#classroom/terms/kept-row.ts';
import { rulesOf } from '#classroom/terms/rules.ts';
import type { SheetNeeds } from '#classroom/terms/sheet.ts';
import { sheetFacts } from '#classroom/terms/sheet-facts.ts';
import { personScore } from '#classroom/terms/team-ranking.ts';
import { runsIn } from '#classroom/terms/term-items.ts';
import { type ClassTerm, classTerm } from '#classroom/terms/terms.ts';
import type { SignedIn } from '#common/access.ts';
import type { MentorTrainee, MentorTrainees } from '#contract/mentors/mentors.ts';
import { DAY_MS } from '#contract/wire/spans.ts';
import type { Storage } from '#storage/storage.ts';
import { ownTermPlaces, sharedTermPlaces, type TermPlace } from './mentor-terms.ts';
import { mentorshipState } from './mentorships.ts';

type Needs = SheetNeeds & { storage: Storage };

/** A term stays in the table for so long after its last day. */
const AFTER_DAYS = 30;

/** Terms that have begun and ended a month ago at most; the school of the account first. */
export const mentorTrainees = async (needs: Needs, { id, login, school }: SignedIn): Promise<MentorTrainees> => {
  const { storage, clock } = needs;
  const now = clock.now();
  const visited = (await storage.mentors.ofPerson(id, login)).filter((one) => mentorshipState(one, now) === 'active');
  const ofSchools = [
    { school, places: (await ownTermPlaces(needs, school)).places },
    ...(await Promise.all(
      visited.map(async (one) => ({ school: one.school, places: await sharedTermPlaces(needs, one.school) })),
    )),
  ];
  const [today, since] = [dayOf(now), dayOf(now - AFTER_DAYS * DAY_MS)];
  const rows: MentorTrainee[] = [];
  const schools: string[] = [];
  for (const { school: of, places } of ofSchools) {
    const name = await schoolName(storage.people, of);
    schools.push(name);
    for (const found of await termsAt(needs, places))
      if (found.term.firstDay <= today && found.term.lastDay >= since) rows.push(...(await rowsOf(needs, name, found)));
  }
  return { schools, rows, today };
};

const termsAt = async (needs: Needs, places: readonly TermPlace[]): Promise<ClassTerm[]> => {
  const found: ClassTerm[] = [];
  for (const { classId, term } of places) {
    const reply = await classTerm(needs, classId, term);
    if (reply.ok) found.push(reply.value);
  }
  return found;
};

const rowsOf = async (needs: Needs, school: string, found: ClassTerm): Promise<MentorTrainee[]> => {
  const { schoolClass, term } = found;
  await yieldToOthers();
  const rules = rulesOf(term);
  const factsOf = await sheetFacts(needs, found);
  const entries = await needs.storage.terms.entries(term.id);
  const lastDrills = await lastDrillsIn(needs.storage, found);
  return (await needs.storage.people.members(schoolClass.id)).map((member) => {
    const { person, no, name } = member;
    const facts = factsOf(person);
    const sums = sumsOf((facts.marked ?? []).map(({ mark }) => mark));
    const own = entries.filter((one) => one.person === person);
    const { value, of } = keptRow(rules, member, facts, own).total;
    return {
      ...{ school, class: { id: schoolClass.id, name: schoolClass.name }, term: { id: term.id, name: term.name } },
      ...{ person, no, name, score: personScore(rules.indicators, facts), drills: facts.drills.length },
      attendance: { there: sums.present + sums.late, held: expectedOf(sums), absent: sums.absent },
      total: { value, of },
      lastDrillAt: lastDrills.get(person) ?? null,
    };
  });
};

/** When each trainee began their last drill in the term's runs, published or not. */
const lastDrillsIn = async (storage: Storage, { term, runs }: ClassTerm): Promise<ReadonlyMap<string, number>> => {
  const last = new Map<string, number>();
  for (const run of runsIn(term, runs)) {
    const people = new Map((await storage.runs.seats(run.id)).map(({ id, person }) => [id, person]));
    for (const { place, openedAt } of await storage.drillsOfRun(run.id)) {
      const person = people.get(place?.seat ?? '') ?? null;
      if (person !== null) last.set(person, Math.max(openedAt, last.get(person) ?? 0));
    }
  }
  return last;
};
