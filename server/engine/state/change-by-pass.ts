/** What changes while a conversation goes from seat to seat. */
import type { ChangesBy } from './change-by.ts';
import { TAKEN_UP_MS } from './passed-conversation.ts';

export const changeByPass: ChangesBy<'pass-offered' | 'pass-recalled' | 'pass-returned' | 'pass-declined'> = {
  'pass-offered': (_, { id, to, note, at }) => ({ passing: { id, to, note, at, recalled: false } }),
  'pass-recalled': ({ passing }) => ({ passing: passing && { ...passing, recalled: true } }),
  // On the way nobody could come back from a hold.
  'pass-returned': ({ hold, windows }, { at }) => {
    const untilAt = Math.max(hold?.untilAt ?? 0, at + TAKEN_UP_MS);
    return {
      passing: null,
      hold: hold && { ...hold, untilAt },
      windows: windows.map((window) => (hold && window.kind === 'return' ? { ...window, untilAt } : window)),
    };
  },
  // It never came to this desk: the drill doesn't wait for it.
  'pass-declined': (_, { at }) => ({ status: 'closed', overAt: at, ending: null, pending: [], bystanders: [] }),
};
