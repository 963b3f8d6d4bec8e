import { isTeacher, usePerson } from '#client/lib/hooks/me.ts';

/** May move the lesson and publish. Until it is known who is here nothing is greyed out: the server decides anyway. */
export const useMayChange = (): boolean => {
  const person = usePerson();
  return person === null || isTeacher(person.role);
};
