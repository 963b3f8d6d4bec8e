/** The operations somebody did last at this device's desks: they stand first, whatever the customer wants. */
import { remember, remembered } from '#client/lib/device-memory.ts';

const STORAGE_KEY = 'kefu.recent-operations';
/** As many as fit in one line of the panel. */
const MAX_RECENT = 4;

/** Ids, the latest first. */
export const recentActions = (): string[] => {
  const stored = remembered(STORAGE_KEY);
  return Array.isArray(stored) ? stored.filter((id) => typeof id === 'string').slice(0, MAX_RECENT) : [];
};

export const noteActionDone = (id: string): void =>
  remember(STORAGE_KEY, [id, ...recentActions().filter((other) => other !== id)].slice(0, MAX_RECENT));
