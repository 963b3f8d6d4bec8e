/** What changes while a conversation goes from seat to seat. */
import type { ChangesBy } from './change-by.ts';

export const changeByPass: ChangesBy<'pass-offered' | 'pass-recalled' | 'pass-returned' | 'pass-declined'> = {
  'pass-offered': (_, { id, to, note, at }) => ({ passing: { id, to, note, at, recalled: false } }),
  'pass-recalled': ({ passing }) => ({ passing: passing && { ...passing, recalled: true } }),
  'pass-returned': () => ({ passing: null }),
  // It never came to this desk: the drill doesn't wait for it.
  'pass-declined': (_, { at }) => ({ status: 'closed', overAt: at, ending: null, pending: [], bystanders: [] }),
};
