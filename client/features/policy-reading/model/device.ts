/** What this device knows of its reader's 政策解读: the best that came of each. Read again before a change: another tab may have written. */
import { create } from 'zustand';
import { remember, remembered } from '#client/lib/device-memory.ts';
import type { ReadingVerdict } from '#contract/practice/policy-readings.ts';

type Credit = ReadingVerdict['credit'];
type Device = { best: Readonly<Record<string, Credit>> };

const KEY = 'policy-readings';

const read = (): Device => {
  const value = remembered(KEY);
  if (typeof value !== 'object' || value === null || !('best' in value)) return { best: {} };
  if (typeof value.best !== 'object' || value.best === null) return { best: {} };
  const credits = Object.entries(value.best).filter(([, credit]) => credit === 0 || credit === 0.5 || credit === 1);
  return { best: Object.fromEntries(credits) as Record<string, Credit> };
};

export const useReadingDevice = create<Device>(read);

/** Keeps the better of this and what came before. */
export const keepCredit = (id: string, credit: Credit): void => {
  const { best } = read();
  const kept = { best: { ...best, [id]: Math.max(best[id] ?? 0, credit) as Credit } };
  useReadingDevice.setState(kept);
  remember(KEY, kept);
};
