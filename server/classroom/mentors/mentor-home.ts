/** A mentor's own page: their schools, what each shares, and what waits for them there (RULES J66). */
import { runsSeenBy } from '#classroom/accounts/mentor-view.ts';
import { schoolName } from '#classroom/accounts/sign-in.ts';
import { stateOf } from '#classroom/evaluation/side-rules.ts';
import { dayOf } from '#classroom/exports/local-time.ts';
import { sheetAppeals } from '#classroom/terms/published/sheet-appeals.ts';
import type { SheetNeeds } from '#classroom/terms/sheet.ts';
import { type ClassTerm, classTerm } from '#classroom/terms/terms.ts';
import type { SignedIn } from '#common/access.ts';
import type { MentorHome, MentorRun, MentorSchool, MentorTerm } from '#contract/mentors/mentors.ts';
import type { Storage } from '#storage/storage.ts';
import { ownTermPlaces, sharedTermPlaces } from './mentor-terms.ts';
import { mentorshipState } from './mentorships.ts';

type Needs = SheetNeeds & { storage: Storage };

export const mentorHome = async (needs: Needs, mentor: SignedIn): Promise<MentorHome> => {
  const { storage, clock } = needs;
  const now = clock.now();
  const all = (await storage.mentors.ofPerson(mentor.id, mentor.login)).map((one) => ({
    ...one,
    state: mentorshipState(one, now),
  }));
  const invites = [];
  for (const { id, school, at, expiresAt } of all.filter(({ state }) => state === 'invited'))
    invites.push({ id, school: await schoolName(storage.people, school), at, expiresAt });
  const schools: MentorSchool[] = [await ownSchool(needs, mentor)];
  for (const { id, school, acceptedAt } of all.filter(({ state }) => state === 'active'))
    schools.push({ mentorship: id, since: acceptedAt, ...(await sharedBy(needs, mentor, school)) });
  return { invites, schools };
};

/** Its terms; its runs stand under 上课. What is kept from its mentors is counted. */
const ownSchool = async (needs: Needs, mentor: SignedIn): Promise<MentorSchool> => {
  const found: MentorTerm[] = [];
  const { places, kept } = await ownTermPlaces(needs, mentor.school);
  for (const { classId, term } of places) found.push(...(await termFor(needs, mentor, classId, term)));
  const name = await schoolName(needs.storage.people, mentor.school);
  const isSeen = await runsSeenBy(needs.storage, mentor);
  const runs = (await needs.storage.runs.runsOf(mentor.school)).filter((run) => !isSeen(run)).length;
  return { mentorship: null, name, since: null, terms: byDay(found), runs: [], kept: { terms: kept, runs } };
};

const sharedBy = async (
  needs: Needs,
  mentor: SignedIn,
  school: string,
): Promise<Pick<MentorSchool, 'name' | 'terms' | 'runs'>> => {
  const { mentors, people, runs } = needs.storage;
  const shared = await mentors.sharedBy(school);
  const foundTerms: MentorTerm[] = [];
  for (const { classId, term } of await sharedTermPlaces(needs, school))
    foundTerms.push(...(await termFor(needs, { ...mentor, school }, classId, term)));
  const ids = new Set(shared.flatMap(({ kind, thing }) => (kind === 'run' ? [thing] : [])));
  const foundRuns: MentorRun[] = [];
  for (const { id, name, className, startedAt, createdAt } of await runs.runsOf(school)) {
    if (!ids.has(id)) continue;
    const reviewed = await mentors.reviewed(id, mentor.id);
    foundRuns.push({ run: id, name, className, at: startedAt ?? createdAt, ...reviewed });
  }
  return { name: await schoolName(people, school), terms: byDay(foundTerms), runs: foundRuns };
};

const byDay = (terms: MentorTerm[]): MentorTerm[] =>
  terms.toSorted((a, b) => (a.term.firstDay < b.term.firstDay ? 1 : a.term.firstDay > b.term.firstDay ? -1 : 0));

/** None where the class or the term is gone. */
const termFor = async (needs: Needs, mentor: SignedIn, classId: string, termId: string): Promise<MentorTerm[]> => {
  const found = await classTerm(needs, classId, termId);
  if (!found.ok) return [];
  const { schoolClass, term } = found.value;
  const { id, name } = schoolClass;
  const { firstDay, lastDay } = term;
  const leaves = (await needs.storage.attendance.leaves(termId)).filter(({ state }) => state === 'asked').length;
  const { appeals } = await sheetAppeals(needs, found.value, mentor);
  return [
    {
      class: { id, name },
      term: { id: termId, name: term.name, firstDay, lastDay },
      ...{ leaves, sides: await sidesToFill(needs, found.value) },
      appeals: appeals.filter(({ end, mayAnswer }) => end === null && mayAnswer).length,
    },
  ];
};

/** Before its first day nobody has anything to say of it, nor once it is closed. */
const sidesToFill = async (needs: Needs, { schoolClass, term }: ClassTerm): Promise<number> => {
  const { storage, clock } = needs;
  if (dayOf(clock.now()) < term.firstDay || (await stateOf(needs, term.id, 'sides')) !== 'going') return 0;
  const entries = await storage.evaluation.entries(term.id);
  const done = new Set(entries.flatMap(({ side, person }) => (side === 'mentor' ? [person] : [])));
  return (await storage.people.members(schoolClass.id)).filter(({ person }) => !done.has(person)).length;
};
