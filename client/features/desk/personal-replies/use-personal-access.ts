import { useEffect } from 'react';
import { useDrill } from '#client/features/desk/model/drill-store.ts';
import { useMe } from '#client/lib/hooks/me.ts';
import { hidePersonalReplies, loadPersonalReplies, usePersonalReplies } from './personal-store.ts';

/** Whether 我的话术 stand on this desk: not in an exam (RULES O31), nor where nobody is signed in. Null: not known yet. */
export type PersonalAccess = 'open' | 'exam' | 'guest' | null;

/** Undefined: not known yet. */
export const usePersonId = (): string | null | undefined => {
  const me = useMe();
  return me.state === 'ready' ? (me.me.person?.id ?? null) : undefined;
};

export const usePersonalAccess = (): PersonalAccess => {
  const person = usePersonId();
  const mode = useDrill(({ view }) => view.opening?.mode ?? null);
  if (mode === null || person === undefined) return null;
  if (person === null) return 'guest';
  return mode === 'exam' ? 'exam' : 'open';
};

/** Loads them for the desk, and again where another tab may have changed them, or the line was down. */
export const useLoadedPersonalReplies = (): PersonalAccess => {
  const access = usePersonalAccess();
  const person = usePersonId() ?? null;
  const isLive = useDrill(({ link }) => link.kind === 'live');
  useEffect(() => {
    if (access !== 'open' || person === null) {
      if (access !== null) hidePersonalReplies();
      return;
    }
    const load = () => void loadPersonalReplies(person);
    if (usePersonalReplies.getState().person !== person) load();
    window.addEventListener('focus', load);
    return () => window.removeEventListener('focus', load);
  }, [access, person]);
  useEffect(() => {
    const hasFailed = usePersonalReplies.getState().error !== null;
    if (isLive && hasFailed && access === 'open' && person !== null) void loadPersonalReplies(person);
  }, [isLive, access, person]);
  return access;
};
