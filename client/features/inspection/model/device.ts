/**
 * What this device knows of its reader's 质检: markings begun and handed in, and the figures of each. It is read again
 * before every change, because another tab may have written.
 */
import { create } from 'zustand';
import { remember, remembered } from '#client/lib/device-memory.ts';
import type { Agreement, Marking } from '#contract/practice/inspections.ts';

/** `figures`: with the program; the first handing in is the only one. */
export type Kept = { marking: Marking; isHandedIn: boolean; figures: Agreement | null };
type Device = { kept: Record<string, Kept> };

const KEY = 'inspection';
/** Transcripts that ship are fewer. */
const MAX_KEPT = 200;

const read = (): Device | null => {
  const value = remembered(KEY);
  if (typeof value !== 'object' || value === null || !('kept' in value)) return null;
  return typeof value.kept === 'object' && value.kept !== null ? (value as Device) : null;
};

export const useInspectionDevice = create<Device>(() => read() ?? { kept: {} });

/** What was handed in stays as it was. */
export const keep = (id: string, changed: Partial<Kept> & Pick<Kept, 'marking'>): void => {
  const now = read() ?? useInspectionDevice.getState();
  const { [id]: own, ...others } = now.kept;
  const before = own ?? { marking: changed.marking, isHandedIn: false, figures: null };
  const next = before.isHandedIn
    ? { ...before, figures: before.figures ?? changed.figures ?? null }
    : { ...before, ...changed };
  const kept = { ...Object.fromEntries(Object.entries(others).slice(-MAX_KEPT)), [id]: next };
  useInspectionDevice.setState({ kept });
  remember(KEY, { kept });
};
