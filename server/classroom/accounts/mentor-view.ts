/**
 * What a school's own mentors see. A class shows them everything, or only the runs and terms that are shared; a run without
 * a class they see (RULES J94). Mentors of other schools see what is shared in either case.
 */
import { isTeacher, type SignedIn } from '#common/access.ts';
import type { SharedKind } from '#storage/mentors/mentors.ts';
import type { SchoolClass } from '#storage/people.ts';
import type { Run } from '#storage/runs.ts';
import type { Storage } from '#storage/storage.ts';

type Reads = {
  people: Pick<Storage['people'], 'schoolClass'>;
  mentors: Pick<Storage['mentors'], 'isShared' | 'sharedBy'>;
};
type OfClass = { school: string; classId: string | null; kind: SharedKind; thing: string };

export const showsSharedOnly = (schoolClass: Pick<SchoolClass, 'mentorsSee'> | null): boolean =>
  schoolClass?.mentorsSee === 'shared';

/** Whether a run or a term of a class is kept from the school's own mentors. */
export const isKept = async (
  { people, mentors }: Reads,
  { school, classId, kind, thing }: OfClass,
): Promise<boolean> => {
  const schoolClass = classId === null ? null : await people.schoolClass(classId);
  return showsSharedOnly(schoolClass) && !(await mentors.isShared(school, kind, thing));
};

/** Which of a school's runs this reader of its staff sees: a mentor those that aren't kept from them. */
export const runsSeenBy = async (
  storage: Pick<Storage, 'people' | 'mentors'>,
  { role, school }: Pick<SignedIn, 'role' | 'school'>,
): Promise<(run: Pick<Run, 'id' | 'classId'>) => boolean> => {
  if (isTeacher(role)) return () => true;
  const classes = await storage.people.classes(school);
  const closed = new Set(classes.flatMap((one) => (showsSharedOnly(one) ? [one.id] : [])));
  if (closed.size === 0) return () => true;
  const shared = await storage.mentors.sharedBy(school);
  const runs = new Set(shared.flatMap(({ kind, thing }) => (kind === 'run' ? [thing] : [])));
  return ({ id, classId }) => classId === null || !closed.has(classId) || runs.has(id);
};
