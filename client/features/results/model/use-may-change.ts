import { isTeacher, usePerson } from '#client/lib/hooks/me.ts';

/**
 * Whether this person may move the lesson and publish. While nobody knows who is here, buttons stay enabled: the server
 * decides anyway.
 */
export const useMayChange = (): boolean => {
  const person = usePerson();
  return person === null || isTeacher(person.role);
};
