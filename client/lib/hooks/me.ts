/** Who is signed in on this device: loaded once, asked again after signing in or out. */
import { useEffect } from 'react';
import { create } from 'zustand';
import { call, onSignedOut, type Trouble } from '#client/lib/api.ts';
import type { Me, Role } from '#contract/people.ts';
import { forgetLoaded } from './use-load.ts';

export type Person = NonNullable<Me['person']>;
export type MeState = { state: 'loading' } | { state: 'ready'; me: Me } | { state: 'failed'; error: Trouble };

const LOADING: MeState = { state: 'loading' };
const store = create<MeState>(() => LOADING);
let wasRequested = false;

/** Loads it again. The old answer stays on the page meanwhile, and stays when the network is down. */
export const refreshMe = async (): Promise<void> => {
  const answer = await call('GET /api/me');
  if (answer.ok) store.setState({ state: 'ready', me: answer.value }, true);
  else if (store.getState().state !== 'ready') store.setState({ state: 'failed', error: answer.error }, true);
};

/** Ends the session; the next one at this screen sees nothing of it. Without an answer one is still signed in. */
export const signOut = async (): Promise<Trouble | null> => {
  const answer = await call('POST /api/session/end');
  if (!answer.ok) return answer.error;
  forgetLoaded();
  await refreshMe();
  return null;
};

onSignedOut(() => {
  const state = store.getState();
  if (state.state === 'ready' && state.me.person !== null) {
    store.setState({ state: 'ready', me: { ...state.me, person: null } }, true);
  }
});

export const useMe = (): MeState => {
  useEffect(() => {
    if (wasRequested) return;
    wasRequested = true;
    void refreshMe();
  }, []);
  return store();
};

/** The person signed in, or null (also while that is being asked). */
export const usePerson = (): Person | null => {
  const me = useMe();
  return me.state === 'ready' ? me.me.person : null;
};

export const isStaff = (role: Role): boolean => role !== 'trainee';
/** Whether this role may write: classes, runs, rulings. A mentor may only read and comment. */
export const isTeacher = (role: Role): boolean => role === 'admin' || role === 'teacher';

/** Address of the sign-in page that leads back to `here`. */
export const signInPath = (here: string): string => `/login?back=${encodeURIComponent(here)}`;

/**
 * Address to go to after signing in: a path of this site, so that a forged link can't lead away. A control character is
 * refused, because browsers leave it out: `/\t/evil.example` would be another site.
 */
export const backPath = (back: string | null, role: Role): string => {
  if (back !== null && /^\/(?![/\\])[^\p{Cc}]*$/u.test(back)) return back;
  return isStaff(role) ? '/teach' : '/';
};

/** For tests: nobody has been asked about. */
export const forgetMe = (): void => {
  wasRequested = false;
  store.setState(LOADING, true);
};
