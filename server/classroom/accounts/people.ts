import type { z } from 'zod';
import type { Clock } from '#common/clock.ts';
import { failure, type Reply } from '#contract/errors.ts';
import type { newPersonSchema, newSchoolSchema, PersonRow, personChangeSchema, SchoolRow } from '#contract/people.ts';
import type { PeopleStorage, Person } from '#storage/people.ts';
import { newId } from './ids.ts';
import type { Passwords } from './passwords.ts';
import { newSchool } from './set-up.ts';
import { guessableFacts, loginKey, schoolName } from './sign-in.ts';
import { passwordFault } from './weak-password.ts';

export type PeopleNeeds = { people: PeopleStorage; passwords: Passwords; clock: Pick<Clock, 'now'> };

/** A person as an admin sees them: without the password's hash. */
export const personRow = ({ id, name, role, login, disabledAt, seenAt }: Person): PersonRow => ({
  id,
  name,
  role,
  login,
  disabled: disabledAt !== null,
  seenAt,
});

/** An account for a colleague. */
export const createPerson = async (
  { people, passwords, clock }: PeopleNeeds,
  schoolId: string,
  request: z.infer<typeof newPersonSchema>,
): Promise<Reply<PersonRow>> => {
  const login = loginKey(request.login);
  if ((await people.personByLogin(login)) !== null) return loginTaken(login);
  const weakness = passwordFault(request.password, { ...request, school: await schoolName(people, schoolId) });
  if (weakness !== null) return { ok: false, error: failure(weakness) };
  if (passwords.isBusy()) return { ok: false, error: failure('too-many-requests') };
  const person: Person = {
    id: newId('p'),
    school: schoolId,
    name: request.name,
    role: request.role,
    login,
    password: await passwords.hash(request.password),
    createdAt: clock.now(),
    disabledAt: null,
    seenAt: null,
  };
  return (await people.createPerson(person)) ? { ok: true, value: personRow(person) } : loginTaken(login);
};

/** Changes an account for an admin: name, role, whether it is open, the password. `adminId`: who changes it, and may not close their own account. */
export const changePerson = async (
  { people, passwords, clock }: PeopleNeeds,
  personId: string,
  adminId: string,
  request: z.infer<typeof personChangeSchema>,
): Promise<Reply<PersonRow>> => {
  const before = await people.person(personId);
  if (request.password !== undefined && before !== null) {
    const weakness = passwordFault(
      request.password,
      await guessableFacts(people, { ...before, name: request.name ?? before.name }),
    );
    if (weakness !== null) return { ok: false, error: failure(weakness) };
  }
  if (request.password !== undefined && passwords.isBusy()) return { ok: false, error: failure('too-many-requests') };
  const password = request.password === undefined ? null : await passwords.hash(request.password);
  const person = await people.person(personId);
  // A trainee without an account is a name on a roster, and is changed on the class's page.
  if (person === null || person.login === null) return { ok: false, error: failure('unknown-person') };
  if (request.role !== undefined && person.role === 'trainee')
    return { ok: false, error: failure('bad-request', 'role') };
  const disabledAt = request.disabled === undefined ? person.disabledAt : request.disabled ? clock.now() : null;
  const changed: Person = {
    ...person,
    name: request.name ?? person.name,
    role: request.role ?? person.role,
    password: password ?? person.password,
    disabledAt: disabledAt !== null && person.disabledAt !== null ? person.disabledAt : disabledAt,
  };
  if (
    isActiveAdmin(person) &&
    !isActiveAdmin(changed) &&
    (await people.peopleOf(person.school)).filter(isActiveAdmin).length < 2
  ) {
    return { ok: false, error: failure('last-admin') };
  }
  if (personId === adminId && changed.disabledAt !== null) return { ok: false, error: failure('not-allowed') };
  await people.changePerson(changed);
  return { ok: true, value: personRow(changed) };
};

/**
 * All schools on this machine with how many people and classes each has. An admin of the machine sees no more of other
 * schools.
 */
export const schoolRows = async (people: PeopleStorage): Promise<SchoolRow[]> =>
  await Promise.all(
    (await people.schools()).map(async ({ id, name }) => ({
      id,
      name,
      people: (await people.peopleOf(id)).length,
      classes: (await people.classes(id)).length,
    })),
  );

/** Creates another school with its first admin. */
export const createSchool = async (
  { people, passwords, clock }: PeopleNeeds,
  request: z.infer<typeof newSchoolSchema>,
): Promise<Reply<SchoolRow>> => {
  const login = loginKey(request.login);
  const weakness = passwordFault(request.password, request);
  if (weakness !== null) return { ok: false, error: failure(weakness) };
  if (passwords.isBusy()) return { ok: false, error: failure('too-many-requests') };
  const password = await passwords.hash(request.password);
  if ((await people.personByLogin(login)) !== null) return loginTaken(login);
  const { school, admin } = newSchool(request, password, clock.now());
  await people.createSchool(school, admin);
  return { ok: true, value: { id: school.id, name: school.name, people: 1, classes: 0 } };
};

const isActiveAdmin = ({ role, disabledAt }: Person): boolean => role === 'admin' && disabledAt === null;

const loginTaken = (login: string): Reply<never> => ({ ok: false, error: failure('login-taken', login) });
