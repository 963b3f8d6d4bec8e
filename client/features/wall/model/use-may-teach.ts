import { isTeacher, useMe } from '#client/lib/hooks/me.ts';

/** May change the run. Until it is known who is here, nothing is greyed out: the server decides anyway. */
export const useMayTeach = (): boolean => {
  const me = useMe();
  return me.state !== 'ready' || me.me.person === null || isTeacher(me.me.person.role);
};
