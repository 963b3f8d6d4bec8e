/** Names of those whose ids a term keeps, and who of a school decides what is the mentor's. */
import { isTeacher, type SignedIn } from '#common/access.ts';
import { say } from '#i18n/say.ts';
import type { Storage } from '#storage/storage.ts';

type Needs = { storage: Pick<Storage, 'people'> };

/** Somebody who is gone has no name any more. */
export async function namesOf({ storage }: Needs, ids: Iterable<string>): Promise<(person: string) => string> {
  const names = new Map<string, string>();
  for (const id of new Set(ids)) names.set(id, (await storage.people.person(id))?.name ?? say('path:gone'));
  return (person) => names.get(person) ?? say('path:gone');
}

/** The mentor's to decide; where the school has none, its teachers' (RULES J4, A6). */
export async function mayDecide(
  { storage }: Needs,
  school: string,
  { role }: Pick<SignedIn, 'role'>,
): Promise<boolean> {
  if (role === 'mentor') return true;
  return isTeacher(role) && !(await schoolHasMentor({ storage }, school));
}

export const schoolHasMentor = async ({ storage }: Needs, school: string): Promise<boolean> =>
  (await storage.people.peopleOf(school)).some(({ role, disabledAt }) => role === 'mentor' && disabledAt === null);
