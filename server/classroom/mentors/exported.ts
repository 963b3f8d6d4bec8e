/** What an export has of a person's posts as a mentor of other schools. */
import { schoolName } from '#classroom/accounts/sign-in.ts';
import type { Person } from '#storage/people.ts';
import type { Storage } from '#storage/storage.ts';

/** Codes are left out: one that is still open is for whoever was given it. */
export const mentorshipsOf = async (
  { mentors, people }: Pick<Storage, 'mentors' | 'people'>,
  { id, login }: Pick<Person, 'id' | 'login'>,
) => {
  const all = await mentors.ofPerson(id, login ?? '');
  return await Promise.all(
    all.map(async ({ school, at, acceptedAt, endedAt }) => ({
      ...{ school: await schoolName(people, school), invitedAt: at, acceptedAt, endedAt },
    })),
  );
};
