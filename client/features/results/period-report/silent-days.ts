/** From how many days on this device's reader calls somebody silent. */
import { remember, remembered } from '#client/lib/device-memory.ts';

const KEY = 'silent-days';
const USUAL_DAYS = 7;
export const MOST_DAYS = 366;

export const silentDays = (): number => {
  const kept = remembered(KEY);
  return typeof kept === 'number' && Number.isInteger(kept) && kept >= 1 && kept <= MOST_DAYS ? kept : USUAL_DAYS;
};

export const keepSilentDays = (days: number): void => remember(KEY, days);
