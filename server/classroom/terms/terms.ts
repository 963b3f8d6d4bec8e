/** A class's terms: made and changed by its teachers, and what lies in each (RULES J1). */
import { newId } from '#classroom/accounts/ids.ts';
import type { SignedIn } from '#common/access.ts';
import type { Clock } from '#common/clock.ts';
import { type Reply, refused } from '#contract/errors.ts';
import type { ClassTerms, ListedTerm, NewTerm, TermBody, TermRow } from '#contract/terms/term.ts';
import type { SchoolClass } from '#storage/people.ts';
import type { Run } from '#storage/runs.ts';
import type { Storage } from '#storage/storage.ts';
import type { StoredTerm } from '#storage/terms.ts';
import { openAppealsOf } from './published-versions.ts';
import { itemOf, runsIn, termRow } from './term-items.ts';

type Needs = { storage: Pick<Storage, 'terms' | 'runs' | 'people' | 'publishedSheets'>; clock: Pick<Clock, 'now'> };
type CountedRun = Run & { seats: number; joined: number };

/** A class with one of its terms and all of its runs. */
export type ClassTerm = { schoolClass: SchoolClass; term: StoredTerm; runs: CountedRun[] };

const runsOf = async (
  { storage }: { storage: Pick<Storage, 'runs'> },
  { id, school }: SchoolClass,
): Promise<CountedRun[]> => (await storage.runs.runsOf(school)).filter(({ classId }) => classId === id);

/** Refused where the class has no such term: another class's is answered like one that doesn't exist. */
export const classTerm = async (
  needs: { storage: Pick<Storage, 'terms' | 'runs' | 'people'> },
  classId: string,
  termId: string,
): Promise<Reply<ClassTerm>> => {
  const schoolClass = await needs.storage.people.schoolClass(classId);
  if (schoolClass === null) return refused('unknown-class');
  const term = await needs.storage.terms.term(termId);
  if (term === null || term.classId !== classId) return refused('unknown-term');
  return { ok: true, value: { schoolClass, term, runs: await runsOf(needs, schoolClass) } };
};

export const classTerms = async (needs: Needs, classId: string): Promise<Reply<ClassTerms>> => {
  const schoolClass = await needs.storage.people.schoolClass(classId);
  if (schoolClass === null) return refused('unknown-class');
  const runs = await runsOf(needs, schoolClass);
  const terms = await needs.storage.terms.ofClass(classId);
  const { id, name } = schoolClass;
  const listed: ListedTerm[] = [];
  for (const term of terms) listed.push({ ...termRow(term, runs), openAppeals: await openAppealsOf(needs, term.id) });
  return { ok: true, value: { class: { id, name }, terms: listed } };
};

export const makeTerm = async (needs: Needs, classId: string, by: string, made: NewTerm): Promise<Reply<TermRow>> => {
  const schoolClass = await needs.storage.people.schoolClass(classId);
  if (schoolClass === null) return refused('unknown-class');
  const term: StoredTerm = {
    ...{ id: newId('t'), school: schoolClass.school, classId, ...made },
    ...{ rules: null, version: 0, createdBy: by, createdAt: needs.clock.now() },
  };
  await needs.storage.terms.create(term);
  return { ok: true, value: termRow(term, await runsOf(needs, schoolClass)) };
};

/** Its sheet and what was entered stay; what lies in it follows the days. */
export const changeTerm = async (
  needs: Needs,
  { term, runs }: ClassTerm,
  changed: NewTerm,
): Promise<Reply<TermRow>> => {
  await needs.storage.terms.change(term.id, changed);
  return { ok: true, value: termRow({ ...term, ...changed }, runs) };
};

export const termBody = async (
  { clock, storage }: { clock: Needs['clock']; storage: Needs['storage'] & Pick<Storage, 'attendance' | 'mentors'> },
  { schoolClass, term, runs }: ClassTerm,
  { isVisiting }: Pick<SignedIn, 'isVisiting'>,
): Promise<TermBody> => {
  const { id, name } = schoolClass;
  const now = clock.now();
  return {
    class: { id, name },
    term: termRow(term, runs),
    items: runsIn(term, runs).map((run) => itemOf(run, now)),
    openAppeals: await openAppealsOf({ storage }, term.id),
    leavesAsked: (await storage.attendance.leaves(term.id)).filter(({ state }) => state === 'asked').length,
    ...(isVisiting === true ? { visiting: await sharedRuns(storage, term.school) } : {}),
  };
};

/** Ids of the runs that the school shares now. */
export const sharedRuns = async ({ mentors }: Pick<Storage, 'mentors'>, school: string): Promise<string[]> =>
  (await mentors.sharedBy(school)).flatMap(({ kind, thing }) => (kind === 'run' ? [thing] : []));
