import type { z } from 'zod';
import { newId } from '#classroom/accounts/ids.ts';
import type { PeopleNeeds } from '#classroom/accounts/people.ts';
import { guessableFacts, loginKey } from '#classroom/accounts/sign-in.ts';
import { passwordFault } from '#classroom/accounts/weak-password.ts';
import { failure, type Reply } from '#contract/errors.ts';
import type {
  ClassBody,
  ClassRow,
  classChangeSchema,
  memberAccountSchema,
  memberChangeSchema,
} from '#contract/people.ts';
import type { PeopleStorage, Person, SchoolClass } from '#storage/people.ts';

/** Classes of a school, archived ones last. */
export const classRows = async (people: PeopleStorage, school: string): Promise<ClassRow[]> =>
  (await people.classes(school)).map(({ id, name, members, runs, archivedAt }) => ({
    id,
    name,
    members,
    runs,
    archived: archivedAt !== null,
  }));

const isActiveMentor = ({ role, disabledAt }: Pick<Person, 'role' | 'disabledAt'>): boolean =>
  role === 'mentor' && disabledAt === null;

/** A class with its roster. */
export const classBody = async (people: PeopleStorage, id: string): Promise<Reply<ClassBody>> => {
  const found = await people.schoolClass(id);
  const row = found === null ? undefined : (await classRows(people, found.school)).find((one) => one.id === id);
  if (row === undefined) return { ok: false, error: failure('unknown-class') };
  const list = (await people.members(id)).map(({ person, no, name, login, drills }) => ({
    person,
    no,
    name,
    login,
    drills,
  }));
  const mentors = (await people.peopleOf(found?.school ?? '')).filter(isActiveMentor).length;
  return { ok: true, value: { ...row, list, mentorsSee: found?.mentorsSee ?? 'all', mentors } };
};

export const createClass = async (
  people: PeopleStorage,
  school: string,
  name: string,
  createdAt: number,
): Promise<Reply<ClassBody>> => {
  const row: SchoolClass = { id: newId('c'), school, name, createdAt, archivedAt: null, mentorsSee: 'shared' };
  await people.createClass(row);
  return await classBody(people, row.id);
};

/** Renames a class, archives it or brings it back, or changes what mentors see of it. */
export const changeClass = async (
  people: PeopleStorage,
  id: string,
  { name, archived, mentorsSee }: z.infer<typeof classChangeSchema>,
  now: number,
): Promise<Reply<ClassBody>> => {
  const row = await people.schoolClass(id);
  if (row === null) return { ok: false, error: failure('unknown-class') };
  const archivedAt = archived === undefined ? row.archivedAt : archived ? (row.archivedAt ?? now) : null;
  await people.changeClass({ ...row, name: name ?? row.name, archivedAt, ...(mentorsSee && { mentorsSee }) });
  return await classBody(people, id);
};

/** Renames or renumbers a member of a class, takes them out or puts them back. */
export const changeMember = async (
  people: PeopleStorage,
  classId: string,
  person: string,
  { name, no, left }: z.infer<typeof memberChangeSchema>,
  now: number,
): Promise<Reply<ClassBody>> => {
  const change = { name: name ?? null, no: no ?? null, left: left ?? null };
  return (await people.changeMember(classId, person, change, now))
    ? await classBody(people, classId)
    : { ok: false, error: failure('unknown-person') };
};

/** Gives a trainee of the class an account, or a new login and password. */
export const giveAccount = async (
  { people, passwords }: PeopleNeeds,
  classId: string,
  personId: string,
  request: z.infer<typeof memberAccountSchema>,
): Promise<Reply<ClassBody>> => {
  const isMember = async (): Promise<boolean> =>
    (await people.members(classId)).some(({ person }) => person === personId);
  if (!(await isMember())) return { ok: false, error: failure('unknown-person') };
  const personBefore = await people.person(personId);
  const weakness =
    personBefore === null
      ? null
      : passwordFault(request.password, await guessableFacts(people, { ...personBefore, login: request.login }));
  if (weakness !== null) return { ok: false, error: failure(weakness) };
  if (passwords.isBusy()) return { ok: false, error: failure('too-many-requests') };
  const password = await passwords.hash(request.password);
  const person = await people.person(personId);
  if (person === null || person.role !== 'trainee' || !(await isMember())) {
    return { ok: false, error: failure('unknown-person') };
  }
  const login = loginKey(request.login);
  if (!(await people.changePerson({ ...person, login, password })))
    return { ok: false, error: failure('login-taken', login) };
  await people.endSessions(personId, null);
  return await classBody(people, classId);
};
