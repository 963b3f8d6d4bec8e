/** Names of those whose ids a term keeps, and who of a school decides what is the mentor's. */
import { isKept } from '#classroom/accounts/mentor-view.ts';
import { isTeacher, type SignedIn } from '#common/access.ts';
import { say } from '#i18n/say.ts';
import type { Storage } from '#storage/storage.ts';
import type { StoredTerm } from '#storage/terms.ts';

type Needs = { storage: Pick<Storage, 'people'> };

/** Somebody who is gone has no name any more. */
export const namesOf = async ({ storage }: Needs, ids: Iterable<string>): Promise<(person: string) => string> => {
  const names = new Map<string, string>();
  for (const id of new Set(ids)) names.set(id, (await storage.people.person(id))?.name ?? say('path:gone'));
  return (person) => names.get(person) ?? say('path:gone');
};

type WithMentors = { storage: Pick<Storage, 'people' | 'mentors'> };
type OfSchool = Pick<StoredTerm, 'id' | 'school' | 'classId'>;

/** The mentor's to decide; where the term has none, its teachers' (RULES J4, A6, J74). */
export const mayDecide = async (
  needs: WithMentors,
  term: OfSchool,
  { role }: Pick<SignedIn, 'role'>,
): Promise<boolean> => {
  if (role === 'mentor') return true;
  return isTeacher(role) && !(await termHasMentor(needs, term));
};

/** One of the school's own from whom it isn't kept, or of another school to whom the term is shared now. */
export const termHasMentor = async ({ storage }: WithMentors, { id, school, classId }: OfSchool): Promise<boolean> => {
  const own = await storage.people.peopleOf(school);
  const hasOwn = own.some(({ role, disabledAt }) => role === 'mentor' && disabledAt === null);
  if (hasOwn && !(await isKept(storage, { school, classId, kind: 'term', thing: id }))) return true;
  if (!(await storage.mentors.isShared(school, 'term', id))) return false;
  const visiting = await storage.mentors.ofSchool(school);
  return visiting.some(({ acceptedAt, endedAt }) => acceptedAt !== null && endedAt === null);
};
