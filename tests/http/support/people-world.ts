import type { Role } from '#contract/people.ts';
import { hashOf, newToken } from '#http/session/cookie-token.ts';
import type { Storage } from '#storage/storage.ts';
import { person, school } from '#tests/storage/people-contract.ts';

const LATER = 4_000_000_000_000;

/** Signs somebody in without the cost of a password; returns the cookie. */
export const cookieOf = async (storage: Storage, id: string): Promise<string> => {
  const token = newToken();
  await storage.people.createSession(hashOf(token), id, 1000, LATER);
  return `kefu_session=${token}`;
};

/** Two schools, the first of which looks after the machine; ids of people are their logins. */
export const twoSchools = async ({ people }: Storage): Promise<void> => {
  await people.createSchool(school('s1', 1000), person('admin', { role: 'admin' }));
  await people.createSchool(school('s2', 2000), person('admin2', { role: 'admin', school: 's2' }));
  const roles: Role[] = ['teacher', 'mentor', 'trainee'];
  for (const role of roles) {
    await people.createPerson(person(role, { role }));
    await people.createPerson(person(`${role}2`, { role, school: 's2' }));
  }
};
