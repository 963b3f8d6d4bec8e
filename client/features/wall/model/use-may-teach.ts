import { isTeacher, useMe } from '#client/lib/hooks/me.ts';

/** Whether this person may change the run. While nobody knows who is here, buttons stay enabled: the server decides anyway. */
export const useMayTeach = (): boolean => {
  const me = useMe();
  return me.state !== 'ready' || me.me.person === null || isTeacher(me.me.person.role);
};
